package io.daybook.devservers.payments;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The sandbox as a process of its own, which ends when its standard input closes. */
public final class SandboxMain {

    private SandboxMain() {}

    /** Arguments: the port, the folder for its data. */
    public static void main(String[] arguments) throws IOException {
        try (PaymentSandbox sandbox = PaymentSandbox.start(Integer.parseInt(arguments[0]), Path.of(arguments[1]))) {
            System.out.println("payment sandbox at " + sandbox.url());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
