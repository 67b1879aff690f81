package dev.understudy.codec.webp;

import dev.understudy.codec.io.Input;
import dev.understudy.image.Pixels;
import java.io.IOException;

/** Decodes coded pictures. */
interface FrameDecoder {

    /** The pixels of a picture in the file of {@code input}. */
    Pixels decode(Input input, WebpFile.Frame frame) throws IOException;
}
