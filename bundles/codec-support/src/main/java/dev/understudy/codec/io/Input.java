package dev.understudy.codec.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;
import org.jspecify.annotations.Nullable;

/**
 * An image input stream over an open file or over pieces of it. It keeps nothing but one buffer: neither ImageIO's cache
 * files nor its caches in memory. Closing it leaves the file open. Reading ends when the thread is interrupted, even where
 * no file is touched for it, so that most readers that loop can be stopped.
 */
public final class Input extends ImageInputStreamImpl {

    private static final int BUFFER_SIZE = 1 << 16;
    /** Sound readers stop at the end; some loop there for ever on hostile files. */
    private static final int READS_PAST_END = 4096;
    /** Reads between two looks at whether anybody still wants the image; a power of two. */
    private static final int READS_UNWATCHED = 1024;

    /** Null where all segments are in memory. */
    private final @Nullable SeekableByteChannel channel;

    private final List<InputSegment> segments;
    /** Where each segment begins, and at last where the stream ends. */
    private final long[] starts;

    private final long length;
    private final ForgivenFaults forgiven;
    private byte[] buffer;
    private long bufferStart;
    private int bufferLength;
    private int readsPastEnd;
    private int reads;

    private Input(@Nullable SeekableByteChannel channel, List<InputSegment> segments, ForgivenFaults forgiven) {
        this.channel = channel;
        this.segments = List.copyOf(segments);
        this.forgiven = forgiven;
        this.starts = new long[segments.size() + 1];
        for (int i = 0; i < segments.size(); i++) {
            starts[i + 1] = starts[i] + segments.get(i).length();
        }
        this.length = starts[segments.size()];
        this.buffer = new byte[(int) Math.min(BUFFER_SIZE, length)];
    }

    /** All of a file of {@code length} bytes. */
    public static Input of(SeekableByteChannel channel, long length) {
        return new Input(channel, List.of(new InputSegment.OfFile(0, length)), new ForgivenFaults());
    }

    /** All of a file that is in memory. */
    public static Input of(byte[] file) {
        return new Input(null, List.of(new InputSegment.InMemory(ByteBuffer.wrap(file))), new ForgivenFaults());
    }

    /** Another stream, over pieces of what this one is over. */
    public Input of(List<InputSegment> parts) {
        List<InputSegment> resolved = new ArrayList<>();
        for (InputSegment part : parts) {
            if (part instanceof InputSegment.OfFile stretch) {
                resolve(stretch, resolved);
            } else {
                resolved.add(part);
            }
        }
        return new Input(channel, joined(resolved), forgiven);
    }

    /** Another stream, over {@code count} bytes of what this one is over. */
    public Input part(long offset, long count) {
        return of(List.of(new InputSegment.OfFile(offset, count)));
    }

    /** The same segments, those that follow each other in the file as one: the fewer, the larger the reads. */
    private static List<InputSegment> joined(List<InputSegment> segments) {
        List<InputSegment> joined = new ArrayList<>();
        InputSegment.@Nullable OfFile last = null;
        for (InputSegment segment : segments) {
            if (last != null && segment instanceof InputSegment.OfFile next && next.offset() == last.end()) {
                last = new InputSegment.OfFile(last.offset(), last.length() + next.length());
                joined.set(joined.size() - 1, last);
            } else {
                last = segment instanceof InputSegment.OfFile stretch ? stretch : null;
                joined.add(segment);
            }
        }
        return joined;
    }

    /** Finds a stretch of this stream in its pieces; what is beyond the end is left out. */
    private void resolve(InputSegment.OfFile stretch, List<InputSegment> into) {
        long end = Math.min(stretch.offset() + stretch.length(), length);
        for (int i = segmentAt(stretch.offset()); i < segments.size() && starts[i] < end; i++) {
            long from = Math.max(stretch.offset(), starts[i]);
            long to = Math.min(end, starts[i + 1]);
            if (from < to) {
                into.add(segments.get(i).part(from - starts[i], to - from));
            }
        }
    }

    /** The segment that a position is in; that behind the last one at the end. */
    private int segmentAt(long position) {
        int found = Arrays.binarySearch(starts, position);
        if (found < 0) {
            return Math.min(-found - 2, segments.size());
        }
        int segment = found;
        while (segment < segments.size() && starts[segment + 1] == position) {
            segment++; // past those that are empty
        }
        return segment;
    }

    /** Notes a fault of the file that changes no pixel; streams over parts of the same file share what is noted. */
    public void forgive(String fault) {
        forgiven.add(fault);
    }

    /** What has been forgiven in the file so far. */
    public List<String> forgiven() {
        return forgiven.faults();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (!fill()) {
            return -1;
        }
        return buffer[(int) (streamPos++ - bufferStart)] & 0xff;
    }

    /** Reads all that is wanted unless the stream ends: the superclass takes less for the end. */
    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        checkClosed();
        bitOffset = 0;
        int done = 0;
        while (done < count && fill()) {
            int from = (int) (streamPos - bufferStart);
            int copied = Math.min(count - done, bufferLength - from);
            System.arraycopy(buffer, from, bytes, offset + done, copied);
            streamPos += copied;
            done += copied;
        }
        return done == 0 && count > 0 ? -1 : done;
    }

    /**
     * {@code count} bytes from {@code position} on; the stream goes on behind them.
     *
     * @throws EOFException when there are not so many
     */
    public byte[] bytes(long position, long count) throws IOException {
        if (position < 0 || count < 0 || count > length - position) {
            throw new EOFException("the file ends too early");
        }
        seek(position);
        byte[] bytes = new byte[Math.toIntExact(count)];
        readFully(bytes);
        return bytes;
    }

    /** The superclass has a finalizer, which keeps the stream for a while; not its buffer, though. */
    @Override
    public void close() throws IOException {
        super.close();
        buffer = new byte[0];
        bufferLength = 0;
    }

    /** Sees to it that the byte at the present position is in the buffer; false at the end. */
    private boolean fill() throws IOException {
        if ((++reads & (READS_UNWATCHED - 1)) == 0 && Thread.currentThread().isInterrupted()) {
            throw new SourceReadException(new InterruptedIOException("nobody wants it any more"));
        }
        if (streamPos >= bufferStart && streamPos < bufferStart + bufferLength) {
            return true;
        }
        int segment = segmentAt(streamPos);
        if (segment < segments.size()) {
            bufferLength = load(segments.get(segment), streamPos - starts[segment]);
            bufferStart = streamPos;
        }
        boolean filled = streamPos < length && bufferLength > 0 && bufferStart == streamPos;
        if (!filled && ++readsPastEnd > READS_PAST_END) {
            throw new IOException("the file ends too early"); // no EOFException, which those readers catch
        }
        return filled;
    }

    private int load(InputSegment segment, long skip) throws SourceReadException {
        int wanted = (int) Math.min(buffer.length, segment.length() - skip);
        if (segment instanceof InputSegment.InMemory memory) {
            memory.bytes().get((int) skip, buffer, 0, wanted);
            return wanted;
        }
        try {
            ByteBuffer target = ByteBuffer.wrap(buffer, 0, wanted);
            SeekableByteChannel file = Objects.requireNonNull(channel);
            file.position(((InputSegment.OfFile) segment).offset() + skip);
            while (target.hasRemaining() && file.read(target) >= 0) {
                // until the buffer is full or the file ends
            }
            return target.position();
        } catch (IOException e) {
            throw new SourceReadException(e);
        }
    }
}
