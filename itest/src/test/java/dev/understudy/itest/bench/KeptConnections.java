package dev.understudy.itest.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Clients that ask again as soon as they have an answer, each over a connection of its own; they cost little themselves. */
final class KeptConnections {

    private KeptConnections() {}

    /**
     * Asks for some time.
     *
     * @param targets what is asked for next, path and query
     */
    static Measurement measure(int port, int clients, Duration time, Supplier<String> targets) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long start = System.nanoTime();
            Callable<long[]> client = () -> ask(port, start + time.toNanos(), targets);
            List<Future<long[]>> asked = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                asked.add(threads.submit(client));
            }
            LongStream nanos = LongStream.empty();
            for (Future<long[]> each : asked) {
                nanos = LongStream.concat(nanos, LongStream.of(each.get()));
            }
            return Measurement.of(nanos.toArray(), (System.nanoTime() - start) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] ask(int port, long end, Supplier<String> targets) throws IOException {
        LongStream.Builder nanos = LongStream.builder();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            while (System.nanoTime() < end) {
                String request = "GET " + targets.get() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
                long start = System.nanoTime();
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                readAnswer(in);
                nanos.add(System.nanoTime() - start);
            }
        }
        return nanos.build().toArray();
    }

    private static void readAnswer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
        long length = -1;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(
                        line.substring("content-length:".length()).strip());
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("no answer after '" + line + "'");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
