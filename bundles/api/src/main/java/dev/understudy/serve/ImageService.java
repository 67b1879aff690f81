package dev.understudy.serve;

import org.osgi.annotation.versioning.ProviderType;

/** Answers requests for images. */
@ProviderType
public interface ImageService {

    /** Answers a call; every failure has become an answer. Blocks while the image is made, and throws nothing. */
    Answer serve(Call call);
}
