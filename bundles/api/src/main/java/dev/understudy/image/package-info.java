/**
 * Images in memory, and the codecs that read and write them.
 *
 * <p>Codecs are plug-ins: a {@code Codec} with its decoders and encoders may come from anybody, and is compiled against a release of
 * this package. The three are {@code @ConsumerType}: a new method has a default implementation, or else is a new major version.
 */
@Export
@Version("1.0.0")
@NullMarked
package dev.understudy.image;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
