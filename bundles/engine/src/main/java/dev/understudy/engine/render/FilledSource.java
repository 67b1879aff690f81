package dev.understudy.engine.render;

import dev.understudy.codec.io.BytesChannel;
import dev.understudy.engine.plan.FilledVariable;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A vector image with the variables of a request in it, and with the images that it takes from requests. {@code $name$} becomes the value,
 * whatever letters that has. Values stay text: they can neither end an attribute nor begin an element.
 *
 * <p>Source: the reference's page on SVG support.
 *
 * @param original the file, which is closed by whoever opened it
 * @param stamp the state of the file, and the values
 * @param channel the text with the values
 */
record FilledSource(Source original, Stamp stamp, SeekableByteChannel channel) implements Source {

    /** Files beyond are left as they are: no decoder reads them. */
    private static final int MOST_BYTES = 64 << 20;

    /** How much longer values may make a file; no budget of memory knows of them. */
    private static final int MOST_ADDED = 1 << 20;

    /** Signs beside letters and digits that end neither an attribute nor an element, a section or a comment. */
    private static final String HARMLESS = " #.,%()";

    private static final int GZIP = 0x1f8b;

    /** Bytes that tell whether a file is packed. */
    private static final int MAGIC = 2;

    /** What reading a file takes, for each of its bytes, unpacked: pieces of it, all of them, and the text. */
    private static final int COPIES = 3;

    /** What filling it takes: its text, and those with images and with values, each once more while it is made, and the bytes of the last. */
    private static final int FILLED_COPIES = 6;

    /** Bytes that are unpacked at a time when they are only counted. */
    private static final int PIECE = 1 << 14;

    private static final String DOCTYPE = "<!DOCTYPE";

    private static final Pattern REFERENCE = Pattern.compile("\\$([A-Za-z0-9._-]+)\\$");

    /**
     * A file with values and images in it; the file itself where it has none.
     *
     * @param taken how the file is taken
     * @param images what has been drawn for it
     * @throws ServeException when the file cannot be read or is damaged, or the values make it too long
     */
    static Source of(Source file, ImageFile taken, EmbeddedFiles images) throws ServeException {
        if (!isFilled(taken, images) || isTooLarge(file)) {
            return file;
        }
        String text = text(file);
        String whole = whole(file, ImageReferences.in(text), taken, images);
        String filled = taken.variables().isEmpty() ? whole : filled(file, whole, taken.variables());
        if (filled.equals(text)) {
            return file;
        }
        byte[] bytes = filled.getBytes(StandardCharsets.ISO_8859_1);
        Stamp state = file.stamp();
        String drawn = whole.equals(text) ? "" : " " + UUID.nameUUIDFromBytes(bytes);
        String identity = state.identity() + ' ' + taken.variables() + drawn;
        return new FilledSource(
                file, new Stamp(state.key(), state.modified(), bytes.length, identity), new BytesChannel(bytes));
    }

    /** Whether something may be put into a file that is not too large. */
    static boolean isFilled(ImageFile taken, EmbeddedFiles images) {
        boolean asItIs = taken.variables().isEmpty() && taken.images().isEmpty() && images.needed();
        return taken.isVector() && !asItIs;
    }

    /** Whether a file is left as it is, since no decoder reads it. */
    static boolean isTooLarge(Source file) {
        return file.stamp().length() > MOST_BYTES;
    }

    private static String whole(Source file, ImageReferences references, ImageFile taken, EmbeddedFiles images)
            throws ServeException {
        Map<String, String> urls = new HashMap<>();
        for (String request : references.requests()) {
            String url = urls.containsKey(request) ? null : images.url(taken, request);
            if (url != null) {
                urls.put(request, url);
            }
        }
        if (references.length(urls) > MOST_BYTES) {
            throw EmbeddedFiles.tooLarge(file.key(), "with the images of requests in it", MOST_BYTES);
        }
        return references.replaced(urls);
    }

    /**
     * The requests that a file that is not too large takes images from, each as what follows the mount, as often as it is there.
     *
     * @throws ServeException as {@link #of}, or when there are too many
     */
    static List<String> requests(Source file) throws ServeException {
        return ImageReferences.in(text(file)).requests();
    }

    /**
     * The memory that {@link #requests} takes at most, in bytes; packed files are unpacked for it piece by piece.
     *
     * @throws ServeException as {@link #of}
     */
    static long memory(Source file) throws ServeException {
        return COPIES * read(file, FilledSource::unpackedBytes);
    }

    /**
     * The memory that {@link #of} takes at most, in bytes, beside the images.
     *
     * @throws ServeException as {@link #of}
     */
    static long fillingMemory(Source file) throws ServeException {
        return FILLED_COPIES * read(file, FilledSource::unpackedBytes);
    }

    /** Each byte becomes a letter: names of variables are ASCII in every encoding but those of two bytes. */
    private static String text(Source file) throws ServeException {
        return read(file, in -> new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1));
    }

    private static long unpackedBytes(InputStream in) throws IOException {
        byte[] piece = new byte[PIECE];
        long bytes = 0;
        int count = in.read(piece);
        while (count > 0 && bytes < MOST_BYTES) {
            bytes += count;
            count = in.read(piece);
        }
        return Math.min(bytes, MOST_BYTES);
    }

    /** What is made of the bytes of a file, unpacked. */
    private interface UnpackedReader<T> {
        T read(InputStream in) throws IOException;
    }

    private static <T> T read(Source file, UnpackedReader<T> reader) throws ServeException {
        try (InputStream in = unpacked(file)) {
            return reader.read(in);
        } catch (EOFException | ZipException e) {
            throw new ServeException(new Failure.Corrupt(
                    FailureKind.SOURCE_CORRUPT, file.key().toString(), "its compressed bytes are damaged", e));
        } catch (IOException e) {
            throw new ServeException(new Failure.Unreadable(file.key().toString(), e));
        }
    }

    /** The bytes of the file, unpacked. */
    private static InputStream unpacked(Source file) throws IOException {
        file.channel().position(0);
        PushbackInputStream in = new PushbackInputStream(Channels.newInputStream(file.channel()), MAGIC) {
            /** The file is closed by whoever opened it. */
            @Override
            public void close() {}
        };
        byte[] start = in.readNBytes(MAGIC);
        in.unread(start);
        boolean packed = start.length == MAGIC && ((start[0] & 0xff) << 8 | start[1] & 0xff) == GZIP;
        return packed ? new GZIPInputStream(in, PIECE) : in;
    }

    private static String filled(Source file, String text, List<FilledVariable> variables) throws ServeException {
        Map<String, String> values =
                variables.stream().collect(Collectors.toMap(FilledVariable::name, FilledVariable::value));
        StringBuilder out = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        int copied = 0;
        int from = declarationsEnd(text);
        while (reference.find(from)) {
            String value = values.get(reference.group(1).toLowerCase(Locale.ROOT));
            // the dollar sign behind what is no variable may begin one
            from = value == null ? reference.end() - 1 : reference.end();
            if (value != null) {
                out.append(text, copied, reference.start()).append(escaped(value));
                copied = reference.end();
                if (out.length() - copied > MOST_ADDED) {
                    throw new ServeException(new Failure.TooLarge(
                            "The text of '" + file.key() + "' with the values of its variables",
                            (MOST_ADDED >> 10) + " kB more than without"));
                }
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    /**
     * Where the declarations of a text end, 0 for one that has none: what is escaped in the declaration of an entity would be markup where the
     * entity is used. Each letter is looked at a few times at most.
     */
    static int declarationsEnd(String text) {
        int type = text.indexOf(DOCTYPE);
        while (type >= 0) {
            int at = type + DOCTYPE.length();
            while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '[') {
                at++;
            }
            if (at == text.length() || text.charAt(at) == '[') {
                return closed(text, at);
            }
            type = text.indexOf(DOCTYPE, at);
        }
        return 0;
    }

    /** Behind the first bracket that closes declarations; 0 for none. */
    private static int closed(String text, int from) {
        int at = text.indexOf(']', from);
        while (at >= 0) {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) <= ' ') {
                end++;
            }
            if (end < text.length() && text.charAt(end) == '>') {
                return end + 1;
            }
            at = text.indexOf(']', end);
        }
        return 0;
    }

    /**
     * A value as character references, but for letters, digits and harmless signs, so that colors can stand in style sheets, too; what XML
     * does not allow is left out.
     */
    private static String escaped(String value) {
        StringBuilder out = new StringBuilder();
        value.codePoints().forEach(c -> {
            if (c < 128 && (Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0)) {
                out.append((char) c);
            } else if (c >= ' ' && !(c >= 0xd800 && c < 0xe000) && c != 0xfffe && c != 0xffff) {
                out.append("&#").append(c).append(';');
            }
        });
        return out.toString();
    }

    @Override
    public SourceKey key() {
        return original.key();
    }

    @Override
    public boolean overwritten() {
        return original.overwritten();
    }

    @Override
    public @Nullable ServeException failure() {
        return original.failure();
    }

    /** The text is in memory, so there is no more to give back. */
    @Override
    public void close() {}
}
