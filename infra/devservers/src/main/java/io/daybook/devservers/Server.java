package io.daybook.devservers;

import java.io.IOException;

/** One kind of server: how it is prepared and asked whether it answers. */
interface Server {

    Kind kind();

    /** Unpacks, configures and initialises what is not there yet, and says how to start. */
    Launch prepare() throws IOException, InterruptedException;

    /** Whether it serves requests; an exception means not yet. */
    boolean answers() throws IOException;
}
