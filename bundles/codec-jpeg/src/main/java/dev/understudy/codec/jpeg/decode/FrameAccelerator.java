package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.Input;
import dev.understudy.image.ImageInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Code of somebody else that makes the samples of sequential frames faster than {@link JpegFrameDecoder}, to the last bit the same.
 * Whether a file is sound is not left to it.
 */
public interface FrameAccelerator {

    /** Decodes nothing. */
    FrameAccelerator NONE = new FrameAccelerator() {
        @Override
        public boolean takes(FrameLayout layout, long length) {
            return false;
        }

        @Override
        public long memory(ImageInfo info) {
            return 0;
        }

        @Override
        public LoadedFrame load(Input input, FrameLayout layout) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void drop(AcceleratorException cause) {}
    };

    /**
     * Whether it decodes a frame, and faster.
     *
     * @param layout what is wanted of a sequential frame, all of whose components are in one scan
     * @param length the bytes of its file
     */
    boolean takes(FrameLayout layout, long length);

    /** Bytes that decoding takes at most, at full size and besides the samples that come out. */
    long memory(ImageInfo info);

    /** Reads a file whose frame it {@link #takes}. */
    LoadedFrame load(Input input, FrameLayout layout) throws IOException, AcceleratorException;

    /** Takes nothing any more, since it could not decode a frame that was sound. */
    void drop(AcceleratorException cause);

    /** A file that has been read. */
    interface LoadedFrame extends AutoCloseable {

        /** A digest of all bytes for which nobody can make another file. */
        byte[] digest();

        /**
         * The samples of the components of a sound file, as many as the layout says; empty when something about it is odd all the same.
         *
         * @throws AcceleratorException when they cannot be made
         */
        Optional<List<byte[]>> decode() throws AcceleratorException;

        @Override
        void close();
    }
}
