package dev.understudy.serve;

/** Answers requests for pictures. */
public interface ImageService {

    /** The answer; every failure has become one. Blocks while the picture is made. Throws nothing. */
    Answer serve(Call call);
}
