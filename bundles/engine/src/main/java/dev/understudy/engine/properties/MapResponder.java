package dev.understudy.engine.properties;

import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.imagemap.ImageMap;
import dev.understudy.engine.imagemap.MapArea;
import dev.understudy.engine.imagemap.MapComposer;
import dev.understudy.engine.layout.SceneGeometry;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.RequestDetails;
import dev.understudy.engine.planning.Responder;
import dev.understudy.engine.render.Renderer;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.ErrorForm.PropertySyntax;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.properties.DataNode;
import dev.understudy.protocol.properties.DataWriter;
import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Answers requests for image maps: {@code req=map}.
 *
 * <p>Source: the reference's page on req=map.
 */
public final class MapResponder implements Responder {

    private final Renderer renderer;
    private final WorkScheduler scheduler;

    /**
     * A responder.
     *
     * @param renderer says where the layers of an image lie
     * @param scheduler says when
     */
    public MapResponder(Renderer renderer, WorkScheduler scheduler) {
        this.renderer = renderer;
        this.scheduler = scheduler;
    }

    @Override
    public Reply reply(PlannedRequest request, Instant deadline) throws ServeException {
        RequestSummary summary = request.summary();
        boolean text = summary.form().syntax() == PropertySyntax.TEXT;
        if (request.details() instanceof RequestDetails.WrittenMap written) {
            return text ? text(written.text()) : structured(written.map(), summary.form());
        }
        if (!(request.details() instanceof RequestDetails.OfMaps maps)) {
            throw new IllegalArgumentException("no image map is asked for");
        }
        ImagePlan plan = request.image();
        SceneGeometry scene =
                scheduler.run(summary.catalog().rootId(), deadline, memory -> renderer.locate(plan, memory));
        ImageMap map = MapComposer.compose(maps.maps(), scene);
        return text ? text(map.html()) : structured(map, summary.form());
    }

    private static Reply text(String html) {
        return Reply.of("text/plain;charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    /** The map as XML and JSON have it; XML has an element without attributes where there is no area. */
    private static Reply structured(ImageMap map, ErrorForm form) {
        DataNode node = DataNode.of("map").list(nodes("area", map));
        boolean bare = map.isEmpty() && form.syntax() == PropertySyntax.XML;
        return DataWriter.write(bare ? node.part(DataNode.of("area")) : node, form);
    }

    /** The areas of a map. */
    static List<DataNode> nodes(String name, ImageMap map) {
        return map.areas().stream().map(area -> node(name, area)).toList();
    }

    private static DataNode node(String name, MapArea area) {
        DataNode node = DataNode.of(name);
        area.values().forEach(node::value);
        return node;
    }
}
