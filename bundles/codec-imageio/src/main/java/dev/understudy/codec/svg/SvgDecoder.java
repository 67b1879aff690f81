package dev.understudy.codec.svg;

import dev.understudy.codec.guard.GuardedDecoder;
import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.Input;
import dev.understudy.failure.FailureKind;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Tells SVG that is sound, which is not drawn yet, from files that are damaged. The former are {@code svg.unsupported}: nothing
 * is wrong with them.
 */
public final class SvgDecoder extends GuardedDecoder {

    /** The start of XML, behind a byte order mark, with the zeros of UTF-16 left out; what kind it is may come later. */
    private static final Pattern START = Pattern.compile(
            "(\\u00ef\\u00bb\\u00bf|\\u00fe\\u00ff|\\u00ff\\u00fe)?\\s*<(\\?xml|svg|!--|!DOCTYPE\\s).*",
            Pattern.DOTALL);

    private static final int GZIP = 0x1f8b08;

    public SvgDecoder() {
        super("svg");
    }

    @Override
    public boolean recognizes(ByteBuffer head) {
        if (head.remaining() >= 4 && head.getInt(head.position()) >>> 8 == GZIP) {
            return true;
        }
        String start = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
        return START.matcher(start.replace("\0", "")).matches();
    }

    @Override
    protected ImageInfo readInfo(Input input) throws IOException {
        throw refusal(input);
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request) throws IOException {
        throw refusal(input);
    }

    @Override
    protected ImageInfo salvageInfo(Input input) throws IOException {
        throw refusal(input);
    }

    @Override
    protected Decoded salvagePixels(Input input, DecodeRequest request) throws IOException {
        throw refusal(input);
    }

    private static UnsupportedException refusal(Input input) throws IOException {
        SvgCheck.check(input);
        return new UnsupportedException(FailureKind.SVG_UNSUPPORTED, "vector images are not drawn yet");
    }
}
