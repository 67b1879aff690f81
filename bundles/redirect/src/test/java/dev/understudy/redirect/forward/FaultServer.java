package dev.understudy.redirect.forward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A secondary server of raw sockets that fails as its mode says, and keeps the requests. Connections stay open unless the mode ends
 * them, so that a client could reuse even those that it should not.
 */
final class FaultServer implements AutoCloseable {

    private static final int MANY = 500;
    private static final int FULL_AFTER = 10;
    private static final int FULL_MILLIS = 100;

    private final SocketChannel port;
    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile AnswerMode mode;
    private volatile ServerSocket server;
    private volatile boolean closed;

    private FaultServer(AnswerMode mode, int backlog) throws IOException {
        this.mode = mode;
        // The bound channel keeps the port from others; connections are refused until the server listens.
        port = SocketChannel.open().setOption(StandardSocketOptions.SO_REUSEADDR, true);
        port.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        server = new ServerSocket();
        if (backlog > 0) {
            listen(backlog);
        }
    }

    /** Starts a server in this mode. */
    static FaultServer of(AnswerMode mode) throws IOException {
        FaultServer server = new FaultServer(mode, MANY);
        server.start();
        return server;
    }

    /** Starts a server that answers each request with these bytes of ISO-8859-1. */
    static FaultServer answering(String answer) throws IOException {
        return of(AnswerMode.says(answer));
    }

    /** Makes a server that refuses connections until it {@link #recover}s. */
    static FaultServer refusing() throws IOException {
        return new FaultServer(AnswerMode.WELL, 0);
    }

    /** Makes a server that accepts no connection, and whose queue of connections is full, until it {@link #recover}s. */
    static FaultServer full() throws IOException {
        FaultServer full = new FaultServer(AnswerMode.WELL, 1);
        full.fill();
        return full;
    }

    /** Starts a server that redirects each request to itself. */
    static FaultServer redirecting() throws IOException {
        FaultServer server = of(AnswerMode.WELL);
        server.mode = AnswerMode.says("HTTP/1.1 302 Found\r\nLocation: " + server.rootUrl() + PrimaryServer.TARGET
                + "\r\nContent-Length: 5\r\n\r\nthere");
        return server;
    }

    String rootUrl() {
        return "http://127.0.0.1:" + port();
    }

    private int port() {
        try {
            return ((InetSocketAddress) port.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all requests so far. */
    List<ReceivedRequest> requests() {
        return requests;
    }

    /** Changes the mode, for open connections too. */
    void mode(AnswerMode newMode) {
        mode = newMode;
    }

    /** Returns how many connections have been accepted so far. */
    int connections() {
        return sockets.size();
    }

    /** Answers all requests from now on as a working server does. */
    void recover() throws IOException {
        mode = AnswerMode.WELL;
        if (!server.isBound()) {
            listen(MANY);
            start();
        } else if (server.getSoTimeout() == FULL_MILLIS) {
            empty();
            server.setSoTimeout(0);
            start();
        }
    }

    /** Accepts the waiting connections, so that the next one is accepted as soon as this returns. */
    private void empty() throws IOException {
        try {
            while (true) {
                serve(server.accept());
            }
        } catch (SocketTimeoutException e) {
            // None is waiting any more.
        }
    }

    private void listen(int backlog) throws IOException {
        server.setReuseAddress(true);
        server.bind(port.getLocalAddress(), backlog);
    }

    /** Connects until the queue is full. */
    private void fill() throws IOException {
        server.setSoTimeout(FULL_MILLIS);
        for (int i = 0; i < FULL_AFTER; i++) {
            Socket socket = new Socket();
            sockets.add(socket);
            try {
                socket.connect(port.getLocalAddress(), FULL_MILLIS);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
    }

    private void start() {
        daemon(this::accept, "secondary");
    }

    private void accept() {
        try {
            while (true) {
                serve(server.accept());
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket socket) throws IOException {
        sockets.add(socket);
        if (closed) {
            // Accepted while the server was being closed.
            socket.close();
        }
        daemon(() -> converse(socket), "secondary connection");
    }

    private void converse(Socket socket) {
        try (socket) {
            while (!socket.isClosed()) {
                ReceivedRequest request = ReceivedRequest.read(socket);
                requests.add(request);
                mode.answer(request);
            }
        } catch (IOException | InterruptedException e) {
            // The other side gave up, which is what many tests want.
        }
    }

    static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        server.close();
        port.close();
        for (Socket socket : new ArrayList<>(sockets)) {
            socket.close();
        }
    }
}
