package dev.understudy.itest.faults;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection that is kept for one request after another, and for those that no new connection would be taken for. */
final class KeptConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    private KeptConnection(Socket socket) {
        this.socket = socket;
    }

    static KeptConnection open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new KeptConnection(socket);
    }

    /**
     * An answer.
     *
     * @param head the status line and the headers, in lower case
     */
    record KeptReply(int status, String head, byte[] body) {}

    KeptReply get(String target) throws IOException {
        send(target);
        return receive();
    }

    /** Asks without waiting for the answer. */
    void send(String target) throws IOException {
        String request = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + socket.getPort() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** The next answer, which must be whole. */
    KeptReply receive() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("the connection was closed after '" + head + "'");
            }
            head.append((char) c);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        byte[] body = new byte[Integer.parseInt(header(lower, "content-length"))];
        in.readFully(body);
        return new KeptReply(Integer.parseInt(lower.split(" ")[1]), lower, body);
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + name + ": " + head));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
