package dev.understudy.content.item;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RecordFields;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.properties.PropertyValues;
import dev.understudy.protocol.properties.PropertyWriter;
import dev.understudy.protocol.properties.UserData;
import dev.understudy.serve.Reply;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is told about static content instead of sending it.
 *
 * <p>Source: the reference's pages on exists, props and userdata.
 */
final class ItemProperties {

    private final SourceAccess sources;
    private final InstantSource clock;

    ItemProperties(SourceAccess sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @throws ServeException when properties of content are asked for that is not there
     */
    Reply reply(Item item, Modifiers modifiers) throws ServeException {
        Duration lifetime = modifiers.asked() == ContentRequestType.USERDATA
                ? item.lifetime()
                : item.catalog().get(Attributes.NON_IMG_EXPIRATION);
        return told(item, modifiers).withFreshness(item.freshness(modifiers, lifetime));
    }

    private Reply told(Item item, Modifiers modifiers) throws ServeException {
        ErrorForm form = modifiers.form();
        if (modifiers.asked() == ContentRequestType.EXISTS) {
            return written(Map.of("catalogRecord.exists", PropertyValues.flag(item.record() != null)), form);
        }
        if (modifiers.asked() == ContentRequestType.PROPS) {
            return written(properties(item, sources.stamp(item.key())), form);
        }
        String data = item.record() == null ? "" : item.record().get(RecordFields.USER_DATA);
        return form.syntax() == ErrorForm.Syntax.TEXT
                ? Reply.of("text/plain;charset=utf-8", UserData.text(data).getBytes(StandardCharsets.UTF_8))
                : written(UserData.properties(data), form);
    }

    private static Map<String, String> properties(Item item, Stamp stamp) {
        Instant modified = item.modified(Instant.ofEpochMilli(stamp.modified()));
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("path", stamp.key().toString());
        properties.put("length", String.valueOf(stamp.length()));
        properties.put("expiration", PropertyValues.hours(item.lifetime()));
        properties.put("lastModified", PropertyValues.time(modified));
        properties.put("userType", item.type());
        return properties;
    }

    private Reply written(Map<String, String> properties, ErrorForm form) {
        return PropertyWriter.write(properties, form, PropertyWriter.Outcome.OK, clock.instant());
    }
}
