package dev.understudy.engine.properties;

import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.render.Renderer;
import dev.understudy.protocol.properties.PropertyValues;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code req=props}: what the reply to a request for an image would be.
 *
 * <p>Source: the reference's page on props.
 */
public final class ReplyProperties {

    private ReplyProperties() {}

    /**
     * The properties, in the page's order.
     *
     * @param plan the image
     * @param measured what is known of the reply
     * @param imageVersion changes with the sources
     * @param metadataVersion changes with what the catalogs say about them
     */
    public static Map<String, String> of(
            ImagePlan plan, Renderer.Measured measured, String imageVersion, String metadataVersion) {
        OutputPlan output = plan.output();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("image.bgc", PropertyFormats.hex(plan.view().background()));
        properties.put("image.height", String.valueOf(measured.size().height()));
        properties.put("image.iccEmbed", PropertyValues.flag(measured.colors().embedded()));
        properties.put("image.iccProfile", measured.colors().profile());
        properties.put("image.length", "0");
        properties.put("image.mask", PropertyValues.flag(output.channels() == OutputPlan.Channels.COLOR_AND_ALPHA));
        properties.put(
                "image.pixTyp", PropertyFormats.pixelType(measured.colors().samples()));
        properties.put("image.pathEmbed", PropertyValues.flag(output.notes().paths()));
        properties.put("image.printRes", PropertyValues.real(output.resolution()));
        properties.put("image.quality", String.valueOf(output.quality()));
        properties.put("image.type", measured.mediaType());
        properties.put("image.width", String.valueOf(measured.size().width()));
        properties.put("image.xmpEmbed", PropertyValues.flag(output.notes().xmp()));
        properties.put("image.version", imageVersion);
        properties.put("metadata.version", metadataVersion);
        return properties;
    }
}
