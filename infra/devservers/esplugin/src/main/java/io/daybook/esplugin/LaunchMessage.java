package io.daybook.esplugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.elasticsearch.bootstrap.ServerArgs;
import org.elasticsearch.common.io.stream.OutputStreamStreamOutput;
import org.elasticsearch.common.settings.KeyStoreWrapper;
import org.elasticsearch.common.settings.Settings;

/**
 * Writes the message that the stock launcher would send to the server's standard input. A server started directly
 * reads its settings from there and nowhere else; starting it directly saves the launcher's whole JVM.
 */
public final class LaunchMessage {

    private LaunchMessage() {}

    /**
     * Arguments: the distribution's folder, the configuration folder with {@code elasticsearch.yml}, the folder for
     * logs, the file to write.
     */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Path configuration = Path.of(arguments[1]);
        Path logs = Path.of(arguments[2]);
        Settings settings = Settings.builder()
                .loadFromPath(configuration.resolve("elasticsearch.yml"))
                .put("path.home", home.toString())
                .build();
        KeyStoreWrapper secrets = KeyStoreWrapper.create();
        KeyStoreWrapper.addBootstrapSeed(secrets);
        try (var out = new OutputStreamStreamOutput(Files.newOutputStream(Path.of(arguments[3])))) {
            new ServerArgs(false, false, null, secrets, settings, configuration, logs).writeTo(out);
        }
    }
}
