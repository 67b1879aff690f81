package dev.understudy.codec.webp;

import dev.understudy.codec.io.Input;
import dev.understudy.image.Pixels;
import java.io.IOException;

/** Decodes coded images. */
interface FrameDecoder {

    /** The pixels of an image in the file of {@code input}. */
    Pixels decode(Input input, WebpFile.FrameChunk frame) throws IOException;
}
