package dev.understudy.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.planning.RequestPlanner;
import dev.understudy.engine.properties.MetadataResponder;
import dev.understudy.engine.render.MemoryBudget;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.ServeException;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.EmbeddedPath.Combination;
import dev.understudy.image.EmbeddedPath.Knot;
import dev.understudy.image.EmbeddedPath.Subpath;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Samples;
import dev.understudy.image.Xmp;
import dev.understudy.serve.Reply;
import dev.understudy.source.Stamp;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What requests are told of the XMP and the paths of an image. */
class ImageNotesTest {

    private static final String PACKET = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>";

    private final TestCatalogs catalogs = TestCatalogs.sample();

    private Reply reply(Noted images, String path, String query) throws ServeException {
        MetadataResponder responder = new MetadataResponder(
                images,
                EngineSetup.gate(),
                (request, deadline) -> {
                    throw new AssertionError("no set is asked for here");
                },
                (request, deadline) -> {
                    throw new AssertionError("no map is asked for here");
                },
                InstantSource.system());
        return responder.reply(
                RequestPlanner.plan(TestRequests.read(path, query, catalogs)),
                Instant.now().plusSeconds(60));
    }

    @Test
    void xmpIsThatOfTheFileWhateverElseIsAsked() throws ServeException {
        Reply reply = reply(Noted.ALL, "gallery/bridge", "req=xmp&wid=undefined&src=is{");
        assertEquals("text/xml;charset=utf-8", reply.contentType());
        assertEquals(PACKET, EngineSetup.text(reply));
    }

    @Test
    void imagesWithoutXmpHaveAnEmptyPacket() throws ServeException {
        Reply reply = reply(Noted.NOTHING, "gallery/bridge", "req=xmp");
        assertEquals("text/xml;charset=utf-8", reply.contentType());
        assertTrue(EngineSetup.text(reply).startsWith("<x:xmpmeta"), EngineSetup.text(reply));
    }

    @Test
    void propertiesNameThePaths() throws ServeException {
        String all = EngineSetup.text(reply(Noted.ALL, "gallery/bridge", "req=imageprops"));
        assertTrue(all.contains("image.embeddedPhotoshopPaths=1"), all);
        assertTrue(all.contains("image.photoshopPathNames=Outline,Path 2"), all);
        assertTrue(all.contains("image.embeddedXmpData=1"), all);
        assertTrue(all.contains("image.iccProfile=Wide\n"), all);
        assertTrue(all.contains("image.embeddedIccProfile=1"), all);
        String none = EngineSetup.text(reply(Noted.NOTHING, "gallery/bridge", "req=imageprops"));
        assertTrue(none.contains("image.embeddedPhotoshopPaths=0"), none);
        assertTrue(none.contains("image.photoshopPathNames=\n"), none);
        assertTrue(none.contains("image.embeddedXmpData=0"), none);
        assertTrue(none.contains("image.iccProfile=\n"), none);
        assertTrue(none.contains("image.embeddedIccProfile=0"), none);
    }

    /** A renderer of files that all carry the same. */
    private static final class Noted extends EngineSetup.NothingDrawn {

        static final Noted NOTHING = new Noted(Notes.NONE);
        static final Noted ALL = new Noted(
                new Notes(List.of(path("Outline", true), path("Path 2", false)), new Xmp(PACKET.getBytes(UTF_8))));

        private final Notes notes;

        Noted(Notes notes) {
            this.notes = notes;
        }

        private static EmbeddedPath path(String name, boolean clipping) {
            Subpath subpath = new Subpath(true, Combination.UNITE, List.of(Knot.corner(0, 0), Knot.corner(1, 1)));
            return new EmbeddedPath(name, clipping, List.of(subpath));
        }

        @Override
        public Told tell(ImageFile file, MemoryBudget memory) {
            String profile = notes.paths().isEmpty() ? "" : "Wide";
            return new Told(describe(file, memory), new MeasuredColors(Samples.RGB, profile, notes.xmp() != null));
        }

        @Override
        public Described describe(ImageFile file, MemoryBudget memory) {
            ImageInfo info = new ImageInfo("jpeg", 40, 30, Orientation.NORMAL, Samples.RGB, 8, false, false, 0);
            return new Described(new Inspected(info, new Stamp(file.key(), 0, 100, "")), notes);
        }
    }
}
