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
 * Answers requests for something about static content instead of the content itself.
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
     * Answers a request.
     *
     * @throws ServeException when properties of content are asked for that is not there
     */
    Reply reply(Item item, ContentCommands commands) throws ServeException {
        Duration lifetime = commands.requestType() == ContentRequestType.USERDATA
                ? item.lifetime()
                : item.catalog().get(Attributes.NON_IMG_EXPIRATION);
        return properties(item, commands).withFreshness(item.freshness(commands, lifetime));
    }

    private Reply properties(Item item, ContentCommands commands) throws ServeException {
        ErrorForm form = commands.form();
        if (commands.requestType() == ContentRequestType.EXISTS) {
            return written(Map.of("catalogRecord.exists", PropertyValues.flag(item.record() != null)), form);
        }
        if (commands.requestType() == ContentRequestType.PROPS) {
            return written(fileProperties(item, sources.stamp(item.key())), form);
        }
        String data = item.record() == null ? "" : item.record().get(RecordFields.USER_DATA);
        return form.syntax() == ErrorForm.PropertySyntax.TEXT
                ? Reply.of("text/plain;charset=utf-8", UserData.text(data).getBytes(StandardCharsets.UTF_8))
                : written(UserData.properties(data), form);
    }

    private static Map<String, String> fileProperties(Item item, Stamp stamp) {
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
