package dev.understudy.http.connection;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client of HTTP/2 that sends frames as a test wants them, good or bad; RFC 9113, RFC 7541. */
public final class RawHttp2 implements AutoCloseable {

    public static final int DATA = 0x0;
    public static final int HEADERS = 0x1;
    public static final int RESET = 0x3;
    public static final int SETTINGS = 0x4;
    public static final int PING = 0x6;
    public static final int GOAWAY = 0x7;
    public static final int CONTINUATION = 0x9;
    public static final int END_STREAM = 0x1;
    public static final int END_HEADERS = 0x4;
    public static final int ENHANCE_YOUR_CALM = 0xb;

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;

    /** A frame. */
    public record Frame(int type, int flags, int stream, byte[] payload) {

        public boolean ends() {
            return (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0;
        }

        /** The number in the last four bytes of a fixed part, such as the code of an error. */
        public int code(int offset) {
            return (payload[offset] & 0xff) << 24
                    | (payload[offset + 1] & 0xff) << 16
                    | (payload[offset + 2] & 0xff) << 8
                    | payload[offset + 3] & 0xff;
        }
    }

    /** Begins a connection with the preface and empty settings. */
    public RawHttp2(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new DataInputStream(socket.getInputStream());
        out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.write(frame(SETTINGS, 0, 0));
        out.flush();
    }

    public static byte[] frame(int type, int flags, int stream, byte... payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(payload.length >> 16);
        bytes.write(payload.length >> 8);
        bytes.write(payload.length);
        bytes.write(type);
        bytes.write(flags);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.write(stream >> shift);
        }
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }

    /** The header block of a GET; names and values have a char for each byte. */
    public static byte[] get(String scheme, String target, String... more) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(0x82);
        block.write(scheme.equals("https") ? 0x87 : 0x86);
        block.write(0x04);
        text(target, block);
        block.write(0x01);
        text("images.example", block);
        for (int i = 0; i < more.length; i += 2) {
            block.write(0);
            text(more[i], block);
            text(more[i + 1], block);
        }
        return block.toByteArray();
    }

    private static void text(String text, ByteArrayOutputStream block) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int left = bytes.length;
        if (left < 127) {
            block.write(left);
        } else {
            block.write(127);
            for (left -= 127; left >= 128; left >>= 7) {
                block.write(left & 127 | 128);
            }
            block.write(left);
        }
        block.writeBytes(bytes);
    }

    public void send(byte[]... frames) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] each : frames) {
            bytes.writeBytes(each);
        }
        out.write(bytes.toByteArray());
        out.flush();
    }

    public void get(int stream, String scheme, String target, String... more) throws IOException {
        send(frame(HEADERS, END_HEADERS | END_STREAM, stream, get(scheme, target, more)));
    }

    /** Returns the next frame; null at the end of the connection. */
    public Frame read() throws IOException {
        try {
            int start = in.readInt();
            int flagsAndStream = in.readUnsignedByte();
            int stream = in.readInt();
            byte[] payload = new byte[start >>> 8];
            in.readFully(payload);
            return new Frame(start & 0xff, flagsAndStream, stream, payload);
        } catch (EOFException | SocketException e) {
            return null;
        }
    }

    /** Reads until a frame of a type comes; null when the connection ends before. */
    public Frame await(int type) throws IOException {
        Frame frame = read();
        while (frame != null && frame.type() != type) {
            frame = read();
        }
        return frame;
    }

    /** Returns the body of the answer on a stream, and skips what else comes. */
    public String body(int stream) throws IOException {
        StringBuilder body = new StringBuilder();
        while (true) {
            Frame frame = read();
            if (frame == null || frame.type() == RESET && frame.stream() == stream) {
                return body + " (cut off: " + frame + ")";
            }
            if (frame.stream() == stream && frame.type() == DATA) {
                body.append(new String(frame.payload(), StandardCharsets.ISO_8859_1));
            }
            if (frame.stream() == stream && frame.ends()) {
                return body.toString();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
