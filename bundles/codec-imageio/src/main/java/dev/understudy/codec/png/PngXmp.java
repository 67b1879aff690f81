package dev.understudy.codec.png;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.meta.XmpPacket;
import dev.understudy.image.Xmp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/**
 * XMP in a PNG: the text chunk whose keyword says so, wherever it stands.
 *
 * <p>Source: XMP Specification, part 3, 1.1.5; PNG, 11.3.4.5.
 */
final class PngXmp {

    private static final byte[] KEYWORD = "XML:com.adobe.xmp\0".getBytes(US_ASCII);
    private static final int TEXT_CHUNK = 0x69545874; // iTXt
    private static final int SUM = 4;

    private PngXmp() {}

    /** The packet. */
    static Optional<Xmp> read(Input input) throws IOException {
        input.seek(0);
        if (input.readLong() != PngParser.SIGNATURE) {
            throw new DamagedException("it does not begin as one");
        }
        while (input.length() - input.getStreamPosition() > 2 * SUM) {
            long length = input.readUnsignedInt();
            boolean text = input.readInt() == TEXT_CHUNK;
            long start = input.getStreamPosition();
            if (text && length > KEYWORD.length && Arrays.equals(KEYWORD, input.bytes(start, KEYWORD.length))) {
                return Optional.of(XmpPacket.of(text(input.bytes(start + KEYWORD.length, length - KEYWORD.length))));
            }
            input.seek(start + length + SUM);
        }
        return Optional.empty();
    }

    /** The text behind the flag that says whether it is compressed, the method of that, a language and another keyword. */
    private static byte[] text(byte[] content) throws IOException {
        int start = 2;
        for (int strings = 0; strings < 2; strings++) {
            while (start < content.length && content[start] != 0) {
                start++;
            }
            start++;
        }
        if (start >= content.length) {
            throw new DamagedException("its XMP is cut short");
        }
        byte[] text = Arrays.copyOfRange(content, start, content.length);
        return content[0] == 0 ? text : inflated(text);
    }

    private static byte[] inflated(byte[] text) throws IOException {
        try (InputStream stream = new InflaterInputStream(new ByteArrayInputStream(text))) {
            return stream.readNBytes(XmpPacket.MOST_BYTES + 1);
        }
    }
}
