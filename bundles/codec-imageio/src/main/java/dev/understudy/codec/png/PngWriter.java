package dev.understudy.codec.png;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.understudy.codec.io.FileBuffer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Writes the chunks of a PNG. */
final class PngWriter {

    private final FileBuffer file = new FileBuffer();

    PngWriter() {
        file.write(ByteBuffer.allocate(8).putLong(PngParser.SIGNATURE).array());
    }

    void chunk(String type, byte[] content) {
        byte[] name = type.getBytes(ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        number(content.length);
        file.write(name);
        file.write(content);
        number((int) sum.getValue());
    }

    private void number(int value) {
        file.write(ByteBuffer.allocate(4).putInt(value).array());
    }

    /** What is written to this goes into chunks of image data, the last one when it is closed. */
    OutputStream imageData() {
        return new ImageData();
    }

    /** Ends the file and returns it. */
    byte[] end() {
        chunk("IEND", new byte[0]);
        return file.toByteArray();
    }

    private final class ImageData extends OutputStream {

        private final byte[] content = new byte[1 << 16];
        private int used;

        @Override
        public void write(int value) {
            if (used == content.length) {
                close();
            }
            content[used++] = (byte) value;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length <= content.length - used) {
                System.arraycopy(bytes, offset, content, used, length);
                used += length;
            } else {
                super.write(bytes, offset, length);
            }
        }

        @Override
        public void close() {
            if (used > 0) {
                chunk("IDAT", Arrays.copyOf(content, used));
                used = 0;
            }
        }
    }
}
