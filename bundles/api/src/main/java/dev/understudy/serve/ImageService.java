package dev.understudy.serve;

import org.osgi.annotation.versioning.ProviderType;

/** Answers requests for images. */
@ProviderType
public interface ImageService {

    /** The answer; every failure has become one. Blocks while the image is made. Throws nothing. */
    Answer serve(Call call);
}
