package dev.understudy.itest.conformance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A client of HTTP/1.1 that sends a target as it is written: browsers send braces, backslashes and doubled slashes that
 * no library lets through.
 */
final class Wire {

    private static final int PATIENCE_MILLIS = 60_000;

    private final URI server;

    /** A client of the server at {@code server}, such as {@code http://127.0.0.1:8080}. */
    Wire(URI server) {
        this.server = server;
    }

    HttpReply get(String target) throws IOException {
        return send("GET", target, Map.of());
    }

    HttpReply send(String method, String target, Map<String, String> headers) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(head(method, target, headers).getBytes(StandardCharsets.UTF_8));
            out.flush();
            return parse(method, socket.getInputStream().readAllBytes());
        }
    }

    private String head(String method, String target, Map<String, String> headers) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        head.append("Host: ").append(server.getAuthority()).append("\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static HttpReply parse(String method, byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no answer but " + bytes.length + " bytes");
        }
        String[] lines = text.substring(0, end).split("\r\n");
        int status = Integer.parseInt(lines[0].split(" ")[1]);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(":", 2);
            headers.merge(parts[0].strip(), parts[1].strip(), (one, other) -> one + ", " + other);
        }
        InputStream rest = new ByteArrayInputStream(bytes, end + 4, bytes.length);
        byte[] body = "chunked".equals(headers.get("Transfer-Encoding")) ? dechunk(rest) : rest.readAllBytes();
        requireWhole(method, status, headers.get("Content-Length"), body);
        return new HttpReply(status, headers, body);
    }

    private static void requireWhole(String method, int status, String announced, byte[] body) throws IOException {
        boolean bodiless = method.equals("HEAD") || status == 304;
        if (bodiless && body.length > 0) {
            throw new IOException(method + " " + status + " with a body of " + body.length + " bytes");
        }
        if (!bodiless && announced != null && Long.parseLong(announced) != body.length) {
            throw new IOException(announced + " bytes were announced, " + body.length + " came");
        }
    }

    private static byte[] dechunk(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            byte[] chunk = in.readNBytes(size);
            if (chunk.length < size) {
                throw new IOException("a chunk of " + size + " bytes was cut short");
            }
            body.write(chunk);
            in.skipNBytes(2);
        }
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the last chunk is missing");
            }
            line.append((char) c);
        }
        return Integer.parseInt(line.toString().split(";")[0].strip(), 16);
    }
}
