package dev.understudy.content.item;

import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.properties.PropertyWriter;
import dev.understudy.serve.Body;
import dev.understudy.serve.Md5;
import dev.understudy.serve.Reply;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Text, such as captions and style sheets, as a script of another site can load it: a string of JSON in the call of a function.
 *
 * <p>Source: the reference's page on serving static contents.
 */
final class PackedText {

    /** The limit of the reference. */
    private static final int LIMIT = 2 * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private static final List<String> ENDS = List.of("json", "xml", "subrip", "mpegurl", "rtf");

    private PackedText() {}

    /**
     * The text of an item, packed.
     *
     * @throws ServeException as {@link SourceAccess#open}; {@code parameter.invalid} for what is no text, {@code size.limit} for too much
     *     of it, {@code static.unreadable} when it is not UTF-8 or just being written
     */
    static Reply reply(Item item, SourceAccess sources, ErrorForm form) throws ServeException {
        // what is not there is missing, whatever it would have been
        try (Source source = sources.open(item.key())) {
            requireText(item, form);
            Reply reply = PropertyWriter.call(text(item, source), form);
            return reply.withDigest(Md5.of(((Body.Bytes) reply.body()).bytes()))
                    .withLastModified(
                            item.modified(Instant.ofEpochMilli(source.stamp().modified())))
                    .withStamps(List.of(source.stamp()));
        }
    }

    private static void requireText(Item item, ErrorForm form) throws ServeException {
        String mediaType = MediaTypes.of(item.path());
        if (!mediaType.startsWith("text/") && ENDS.stream().noneMatch(mediaType::endsWith)) {
            throw new ServeException(new Failure.InvalidParameter(
                    form.handler() == null ? "fmt" : "handler",
                    form.handler() == null ? "json" : form.handler(),
                    "only for text, and this is " + mediaType));
        }
    }

    private static String text(Item item, Source source) throws ServeException {
        long length = source.stamp().length();
        if (length > LIMIT) {
            throw new ServeException(
                    new Failure.TooLarge("A text of " + length + " bytes", "what is packed, " + LIMIT + " bytes"));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes(source.channel(), (int) length))
                    .toString();
            if (text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK) {
                text = text.substring(1);
            }
            if (!source.overwritten()) {
                return text;
            }
            throw new IOException("It changes while it is being read");
        } catch (CharacterCodingException e) {
            throw new ServeException(new Failure.Unreadable(
                    FailureKind.STATIC_UNREADABLE,
                    item.key().toString(),
                    "is not text in UTF-8, which it must be to be packed",
                    e));
        } catch (IOException e) {
            throw TaggedSources.unreadable(item.key(), e);
        }
    }

    private static ByteBuffer bytes(SeekableByteChannel channel, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new IOException("It ends early");
            }
        }
        return bytes.flip();
    }
}
