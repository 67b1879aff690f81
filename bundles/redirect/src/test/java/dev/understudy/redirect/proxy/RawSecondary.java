package dev.understudy.redirect.proxy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A secondary server that answers each request with the same bytes, right or wrong, and keeps what it was asked. */
final class RawSecondary implements AutoCloseable {

    /** What to do with a connection after a request has been read. */
    interface Conduct {
        void answer(Socket socket, OutputStream out) throws Exception;
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Conduct conduct;

    RawSecondary(Conduct conduct) throws IOException {
        this.conduct = conduct;
        Thread thread = new Thread(this::accept, "secondary");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers with bytes of ISO-8859-1 and ends the connection. */
    static RawSecondary answering(String answer) throws IOException {
        return new RawSecondary((socket, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Answers in part and then says nothing more. */
    static RawSecondary stallingAfter(String part) throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        return new RawSecondary((socket, out) -> {
            out.write(part.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            never.await();
        });
    }

    String rootUrl() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** The heads of all requests so far. */
    List<String> requests() {
        return requests;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> serve(socket), "secondary connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            requests.add(head(new BufferedInputStream(socket.getInputStream())));
            conduct.answer(socket, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (Exception e) {
            // The other side gave up, which is what many tests want.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
