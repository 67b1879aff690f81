package dev.understudy.itest.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A program that listens on a port, in a process of its own.
 *
 * @param process ends when this is closed
 * @param port of this machine
 */
public record Program(Process process, int port) implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(10);

    /**
     * Starts one; returns when the port can be connected to.
     *
     * @param output where the program writes
     */
    public static Program start(int port, Path output, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await(process, port, output);
        return new Program(process, port);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static void await(Process process, int port, Path output) throws Exception {
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
