package dev.understudy.engine.properties;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.gate.Task;
import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.ProfilePlanner;
import dev.understudy.engine.planning.Responder;
import dev.understudy.engine.render.Renderer;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Xmp;
import dev.understudy.protocol.properties.PropertyWriter;
import dev.understudy.protocol.properties.UserData;
import dev.understudy.serve.Body;
import dev.understudy.serve.Md5;
import dev.understudy.serve.Reply;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Answers requests for text: properties, user data, the request as it was understood.
 *
 * <p>Source: the reference's pages on req, one a type.
 */
public final class MetadataResponder implements Responder {

    /** The server's own properties, for requests of the mount alone. */
    private static final Map<String, String> IDENTITY =
            Map.of("copyright", "Understudy, under the Apache License, Version 2.0");

    private static final String LINE_END = "\r\n";

    private static final byte[] EMPTY_XMP = ("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                    + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/></x:xmpmeta>\n")
            .getBytes(StandardCharsets.US_ASCII);

    private final Renderer renderer;
    private final WorkScheduler scheduler;
    private final Responder sets;
    private final Responder maps;
    private final InstantSource clock;

    /**
     * A responder.
     *
     * @param renderer looks at images
     * @param scheduler says when
     * @param sets answers requests for sets
     * @param maps answers requests for image maps
     */
    public MetadataResponder(
            Renderer renderer, WorkScheduler scheduler, Responder sets, Responder maps, InstantSource clock) {
        this.renderer = renderer;
        this.scheduler = scheduler;
        this.sets = sets;
        this.maps = maps;
        this.clock = clock;
    }

    @Override
    public Reply reply(PlannedRequest request, Instant deadline) throws ServeException {
        RequestSummary summary = request.summary();
        return switch (summary.type()) {
            case EXISTS -> properties(summary, Map.of("catalogRecord.exists", exists(request) ? "1" : "0"));
            case PROPS -> replyProperties(request, deadline);
            case IMAGEPROPS -> imageProperties(request, deadline);
            case CATALOGPROPS -> properties(summary, CatalogProperties.of(summary.catalog()));
            case XMP -> xmp(request, deadline);
            case USERDATA -> data(summary, field(request, RecordFields.USER_DATA));
            case TARGETS -> data(summary, field(request, RecordFields.TARGETS));
            case IMAGESET -> imageSet(summary, field(request, RecordFields.IMAGE_SET));
            case SET, MBR_SET -> digested(sets.reply(request, deadline));
            case MAP -> digested(maps.reply(request, deadline));
            case VALIDATE -> properties(summary, Map.of("request.isValid", "1"));
            case XLATE -> properties(summary, Map.of("xlate.translatedIds", ids(request)));
            case MESSAGE -> ClientMessages.log(request);
            case RESOLVE -> text(request.resolved());
            default ->
                throw new ServeException(
                        new Failure.Unsupported("req=" + summary.type().value() + " is not supported"));
        };
    }

    private Reply properties(RequestSummary summary, Map<String, String> properties) {
        return digested(PropertyWriter.write(properties, summary.form(), PropertyWriter.Outcome.OK, clock.instant()));
    }

    private static Reply text(String text) {
        return digested(Reply.of("text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Reply digested(Reply reply) {
        return reply.body() instanceof Body.Bytes body ? reply.withDigest(Md5.of(body.bytes())) : reply;
    }

    private static boolean exists(PlannedRequest request) {
        return request.objects().stream().anyMatch(object -> object.record() != null);
    }

    private Reply replyProperties(PlannedRequest request, Instant deadline) throws ServeException {
        ImagePlan plan = request.plan();
        if (plan == null) {
            return properties(request.summary(), IDENTITY);
        }
        Renderer.Measured measured = run(request, deadline, memory -> renderer.measure(plan, memory));
        Map<String, String> told = ReplyProperties.of(
                plan, measured, VersionIds.ofImage(measured.stamps()), VersionIds.ofMetadata(request.records()));
        return properties(request.summary(), told).withStamps(measured.stamps());
    }

    private Reply imageProperties(PlannedRequest request, Instant deadline) throws ServeException {
        ResolvedObject object = object(request);
        SourceKey source = object.source();
        CatalogRecord record = object.record();
        if (source == null) {
            Instant changed = object.catalog().lastModified();
            return properties(request.summary(), ImageProperties.of(object.catalog(), record, null, changed));
        }
        ImageFile file = new ImageFile(source, object.tolerance()).with(ProfilePlanner.sources(object.owner()));
        Renderer.Told told = run(request, deadline, memory -> renderer.tell(file, memory));
        Stamp stamp = told.described().file().stamp();
        Instant changed = Instant.ofEpochMilli(stamp.modified());
        return properties(request.summary(), ImageProperties.of(object.catalog(), record, told, changed))
                .withStamps(List.of(stamp));
    }

    /** The packet of XMP of the object in the path; that of a template or of an image without one is empty. */
    private Reply xmp(PlannedRequest request, Instant deadline) throws ServeException {
        ResolvedObject object = object(request);
        SourceKey source = object.source();
        Xmp packet = null;
        if (source != null) {
            ImageFile file = new ImageFile(source, object.tolerance());
            packet = run(request, deadline, memory -> renderer.describe(file, memory))
                    .notes()
                    .xmp();
        }
        return digested(Reply.of("text/xml;charset=utf-8", packet == null ? EMPTY_XMP.clone() : packet.bytes()));
    }

    private static ResolvedObject object(PlannedRequest request) throws ServeException {
        return request.objects().stream()
                .findFirst()
                .orElseThrow(() -> new ServeException(
                        new Failure.Malformed("req=" + request.summary().type().value() + " wants an object")));
    }

    /** Looks at files, when it is the request's turn. */
    private <T> T run(PlannedRequest request, Instant deadline, Task<T> work) throws ServeException {
        return scheduler.run(request.summary().catalog().rootId(), deadline, work);
    }

    /** The value of a field of the record in the path; empty where there is none. */
    private static String field(PlannedRequest request, RecordField<String> field) {
        return request.objects().stream()
                .map(ResolvedObject::record)
                .filter(Objects::nonNull)
                .map(record -> record.get(field))
                .findFirst()
                .orElse("");
    }

    private Reply data(RequestSummary summary, String data) {
        return summary.form().syntax() == ErrorForm.PropertySyntax.TEXT
                ? text(UserData.text(data))
                : properties(summary, UserData.properties(data));
    }

    private static String ids(PlannedRequest request) {
        return request.records().stream().map(CatalogRecord::id).collect(Collectors.joining(","));
    }

    private Reply imageSet(RequestSummary summary, String set) {
        return summary.form().syntax() == ErrorForm.PropertySyntax.TEXT
                ? text(set + LINE_END)
                : properties(summary, Map.of("catalogRecord.imageSet", set));
    }
}
