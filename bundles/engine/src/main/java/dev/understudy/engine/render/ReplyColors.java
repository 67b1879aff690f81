package dev.understudy.engine.render;

import dev.understudy.engine.color.Conversion;
import dev.understudy.engine.color.DeviceSpace;
import dev.understudy.engine.color.ProfileName;
import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Samples;
import org.jspecify.annotations.Nullable;

/**
 * The spaces that a reply's colors go through.
 *
 * @param working what layers are laid over one another in: red, green and blue
 * @param output what is written
 * @param embedded the profile that goes into the reply, null for none
 */
record ReplyColors(
        DeviceSpace working, DeviceSpace output, @Nullable ColorProfile embedded) {

    /** What is told of the colors of the reply. */
    Renderer.MeasuredColors told() {
        ColorProfile profile = output.profile();
        String plain = output.samples() == Samples.CMYK ? "" : "sRGB";
        return new Renderer.MeasuredColors(
                output.samples(), profile == null ? plain : ProfileName.of(profile), embedded != null);
    }

    /** Bytes that converting the finished composite takes at most, the composite and the result among them. */
    long memory(PixelSize reply) {
        return working.equals(output)
                ? 0
                : reply.area()
                                * (CompositeCanvas.BYTES_PER_PIXEL
                                        + output.samples().planes())
                        + Conversion.MEMORY;
    }
}
