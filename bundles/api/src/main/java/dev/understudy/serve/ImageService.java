package dev.understudy.serve;

/** Answers requests for images. */
public interface ImageService {

    /** The answer; every failure has become one. Blocks while the image is made. Throws nothing. */
    Answer serve(Call call);
}
