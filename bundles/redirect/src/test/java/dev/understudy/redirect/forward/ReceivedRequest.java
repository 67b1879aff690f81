package dev.understudy.redirect.forward;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A request that {@link FaultServer} has received, and the connection on which to answer.
 *
 * @param head as it came
 */
record ReceivedRequest(Socket socket, String head) {

    /** Two line ends. */
    private static final int END_OF_HEAD = 0x0d0a0d0a;

    /** Reads the next request of a connection. */
    static ReceivedRequest read(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (last != END_OF_HEAD) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
            last = last << 8 | next;
        }
        return new ReceivedRequest(socket, head.toString(StandardCharsets.ISO_8859_1));
    }

    List<String> lines() {
        return head.lines().toList();
    }

    String requestLine() {
        return lines().get(0);
    }

    /** Sends bytes of ISO-8859-1. */
    void say(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Sends byte after byte. */
    void drip(String bytes, Duration pause) throws IOException, InterruptedException {
        for (char each : bytes.toCharArray()) {
            say(String.valueOf(each));
            Thread.sleep(pause.toMillis());
        }
    }

    /** Closes the connection in an orderly way. */
    void close() throws IOException {
        socket.close();
    }

    /** Resets the connection, as a crash does. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Waits until the other side ends the connection. */
    void awaitEnd() throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // Whatever else arrives does not matter.
        }
    }
}
