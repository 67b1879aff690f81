package dev.understudy.engine.codec;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Decoder;
import dev.understudy.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** Finds the decoder of a file by its first bytes. */
public final class DecoderChoice {

    private static final int HEAD = 64;

    private DecoderChoice() {}

    /**
     * The first decoder that recognizes a file.
     *
     * @throws ServeException when none does, or the file cannot be read
     */
    public static Decoder of(List<Decoder> decoders, Source source) throws ServeException {
        ByteBuffer head = head(source);
        for (Decoder decoder : decoders) {
            if (decoder.recognizes(head)) {
                return decoder;
            }
        }
        throw new ServeException(new Failure.Corrupt(
                FailureKind.SOURCE_CORRUPT, source.key().toString(), "of no known image format", null));
    }

    private static ByteBuffer head(Source source) throws ServeException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        SeekableByteChannel channel = source.channel();
        try {
            channel.position(0);
            while (head.hasRemaining() && channel.read(head) >= 0) {
                // reads on: a channel may give less than it has
            }
            channel.position(0);
        } catch (IOException e) {
            throw new ServeException(new Failure.Unreadable(source.key().toString(), e));
        }
        return head.flip();
    }
}
