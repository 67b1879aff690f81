package dev.understudy.itest.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for programs that listen on a port. */
final class Listening {

    private static final Duration START = Duration.ofSeconds(10);

    private Listening() {}

    /**
     * Returns when the port can be connected to.
     *
     * @param output where the program writes, for the message when it does not come so far
     */
    static void await(Process process, int port, Path output) throws Exception {
        long start = System.nanoTime();
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - start > START.toNanos()) {
                    process.destroyForcibly();
                    throw new IllegalStateException(Files.readString(output), e);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }
}
