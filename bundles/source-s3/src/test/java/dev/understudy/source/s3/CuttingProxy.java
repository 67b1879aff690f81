package dev.understudy.source.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a server, and closes each connection once so many bytes have come back. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private volatile long limit = Long.MAX_VALUE;

    CuttingProxy(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    void cutAfter(long bytes) {
        limit = bytes;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // closed
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = socket.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            start(() -> copy(client, server, Long.MAX_VALUE));
            start(() -> copy(server, client, limit));
        }
    }

    private static void copy(Socket from, Socket to, long limit) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            long left = limit;
            while (left > 0) {
                int read = in.read(buffer);
                if (read < 0) {
                    return;
                }
                out.write(buffer, 0, (int) Math.min(read, left));
                out.flush();
                left -= read;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
