package dev.understudy.redirect.proxy;

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
 * A secondary server of raw sockets that is as bad as it is told to be, and keeps what it was asked. Connections stay open
 * unless the mode ends them, so that a client that should not use one again could.
 */
final class FaultServer implements AutoCloseable {

    private static final int MANY = 500;
    private static final int FULL_AFTER = 10;
    private static final int FULL_MILLIS = 100;

    private final SocketChannel port;
    private final List<Conversation> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile Mode mode;
    private volatile ServerSocket server;
    private volatile boolean closed;

    private FaultServer(Mode mode, int backlog) throws IOException {
        this.mode = mode;
        // Bound, it keeps the port from others; connections are refused until somebody listens.
        port = SocketChannel.open().setOption(StandardSocketOptions.SO_REUSEADDR, true);
        port.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        server = new ServerSocket();
        if (backlog > 0) {
            listen(backlog);
        }
    }

    /** Serves in this mode. */
    static FaultServer of(Mode mode) throws IOException {
        FaultServer server = new FaultServer(mode, MANY);
        server.start();
        return server;
    }

    /** Answers each request with these bytes of ISO-8859-1. */
    static FaultServer answering(String answer) throws IOException {
        return of(Mode.says(answer));
    }

    /** Refuses connections until it {@link #recover}s. */
    static FaultServer refusing() throws IOException {
        return new FaultServer(Mode.WELL, 0);
    }

    /** Accepts no connection, and has no place left for those that wait, until it {@link #recover}s. */
    static FaultServer full() throws IOException {
        FaultServer full = new FaultServer(Mode.WELL, 1);
        full.fill();
        return full;
    }

    /** Sends whoever asks to itself. */
    static FaultServer redirecting() throws IOException {
        FaultServer server = of(Mode.WELL);
        server.mode = Mode.says("HTTP/1.1 302 Found\r\nLocation: " + server.rootUrl() + Primary.TARGET
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

    /** All requests so far. */
    List<Conversation> requests() {
        return requests;
    }

    /** Serves so from now on, over the connections that there are, too. */
    void mode(Mode newMode) {
        mode = newMode;
    }

    /** How many connections it has accepted so far. */
    int connections() {
        return sockets.size();
    }

    /** Serves all requests from now on as it should. */
    void recover() throws IOException {
        mode = Mode.WELL;
        if (!server.isBound()) {
            listen(MANY);
            start();
        } else if (server.getSoTimeout() == FULL_MILLIS) {
            empty();
            server.setSoTimeout(0);
            start();
        }
    }

    /** Accepts those that wait, so that there is room for the next one as soon as this returns. */
    private void empty() throws IOException {
        try {
            while (true) {
                serve(server.accept());
            }
        } catch (SocketTimeoutException e) {
            // No more wait.
        }
    }

    private void listen(int backlog) throws IOException {
        server.setReuseAddress(true);
        server.bind(port.getLocalAddress(), backlog);
    }

    /** Connects until the queue takes no more. */
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
            // It was just being accepted.
            socket.close();
        }
        daemon(() -> converse(socket), "secondary connection");
    }

    private void converse(Socket socket) {
        try (socket) {
            while (!socket.isClosed()) {
                Conversation conversation = Conversation.begin(socket);
                requests.add(conversation);
                mode.answer(conversation);
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
