package dev.understudy.engine.render;

import dev.understudy.engine.codec.InstalledCodecs;
import dev.understudy.engine.color.SrgbConverter;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.LayerLayout;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.OutputPlan.Channels;
import dev.understudy.engine.profile.OpenProfiles;
import dev.understudy.engine.profile.ProfileLibrary;
import dev.understudy.engine.quarantine.DecodingStage;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.engine.text.FontLibrary;
import dev.understudy.engine.text.RequestFonts;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.Stamp;
import java.util.List;
import java.util.stream.Stream;

/** Opens the sources of a plan, lays out, decodes what is needed, composes, and encodes. */
public final class PlanRenderer implements Renderer {

    private static final int ATTEMPTS = 2;

    private final SourceAccess sources;
    private final InstalledCodecs codecs;
    private final RenderLimits limits;
    private final FailedSources failed;
    private final SrgbConverter converter = new SrgbConverter();
    private final ProfileLibrary profileLibrary;
    private final FontLibrary fontLibrary;
    private final ScenePainter painter;

    /**
     * A renderer.
     *
     * @param codecs what it reads and writes
     * @param failed the sources known to be bad, which are not tried again
     */
    public PlanRenderer(SourceAccess sources, InstalledCodecs codecs, RenderLimits limits, FailedSources failed) {
        this.sources = sources;
        this.codecs = codecs;
        this.limits = limits;
        this.failed = failed;
        profileLibrary = new ProfileLibrary(sources, failed, converter);
        fontLibrary = new FontLibrary(sources, failed);
        painter = new ScenePainter(new PixelLimit(limits.maxRenderPixels()));
    }

    /** Begins once more when a source has been written to meanwhile, as a mixture of two images may have come out. */
    @Override
    public Rendered render(ImagePlan plan, MemoryBudget memory) throws ServeException, MemoryUnavailableException {
        codecs.formats().writer(plan.output().format());
        for (int attempt = 1; ; attempt++) {
            try (OpenImages images = openImages(DecodingStage.HEAD)) {
                OpenProfiles profiles = profileLibrary.open();
                RequestFonts fonts = fontLibrary.open();
                Scene scene = reader(images, profiles, fonts).read(plan);
                ReplyEncoder encoder = encoder(scene);
                memory.reserve(needs(scene, encoder));
                Notes notes = SceneNotes.of(scene, encoder.notes());
                Pixels pixels = pixels(scene, encoder);
                Source overwritten = images.overwritten();
                if (overwritten == null) {
                    byte[] bytes = encoder.encode(pixels, notes);
                    List<Stamp> stamps = joined(images.stamps(), profiles.stamps(), fonts.stamps());
                    return new Rendered(encoder.mediaType(), bytes, scene.view().reply(), stamps);
                }
                if (attempt == ATTEMPTS) {
                    throw new ServeException(
                            new Failure.Unreadable(overwritten.key().toString(), null));
                }
            }
        }
    }

    @Override
    public Measured measure(ImagePlan plan) throws ServeException {
        try (OpenImages images = openToTell()) {
            RequestFonts fonts = fontLibrary.open();
            Scene scene = reader(images, profileLibrary.open(), fonts).read(plan);
            List<Stamp> stamps = joined(images.stamps(), fonts.stamps());
            return new Measured(encoder(scene).mediaType(), scene.view().reply(), stamps);
        }
    }

    @Override
    public Inspected inspect(ImageFile file) throws ServeException {
        try (OpenImages images = openToTell()) {
            OpenImage image = images.open(file);
            return new Inspected(image.info(), image.source().stamp());
        }
    }

    @Override
    public Notes notes(ImageFile file) throws ServeException {
        try (OpenImages images = openToTell()) {
            OpenImage image = images.open(file);
            return new Notes(image.paths(), image.xmp());
        }
    }

    private ReplyEncoder encoder(Scene scene) throws ServeException {
        return ReplyEncoder.of(scene.plan(), scene.view().reply(), codecs.formats(), limits.maxMessageBytes());
    }

    /** Images that are told of as they would be drawn: one that is known to fail at any step fails here too. */
    private OpenImages openToTell() {
        return openImages(DecodingStage.COLORS);
    }

    private OpenImages openImages(DecodingStage goal) {
        return new OpenImages(sources, codecs.decoders(), limits.maxSourcePixels(), failed, goal);
    }

    private SceneReader reader(OpenImages images, OpenProfiles profiles, RequestFonts fonts) {
        SourceColorConverter colors = new SourceColorConverter(converter, profiles);
        return new SceneReader(images, colors, fonts, painter, limits.maxRenderPixels());
    }

    @SafeVarargs
    private static List<Stamp> joined(List<Stamp>... stamps) {
        return Stream.of(stamps).flatMap(List::stream).toList();
    }

    /** Bytes that drawing or else writing the reply takes at most. */
    private long needs(Scene scene, ReplyEncoder encoder) throws ServeException {
        PixelSize reply = scene.view().reply();
        Region whole = new Region(0, 0, reply.width(), reply.height());
        long drawing = painter.memory(
                scene, scene.view().toReply(), whole, scene.plan().view().resMode());
        return Math.max(drawing, encoder.memory(reply));
    }

    private Pixels pixels(Scene scene, ReplyEncoder encoder) throws ServeException {
        Affine toReply = scene.view().toReply();
        PixelSize reply = scene.view().reply();
        Region whole = new Region(0, 0, reply.width(), reply.height());
        ResMode mode = scene.plan().view().resMode();
        if (scene.plan().output().channels() == Channels.ALPHA) {
            return Mask.of(painter.paint(scene, toReply, whole, mode));
        }
        if (isOneImage(scene, whole) && scene.layers().get(0).painter() instanceof ImageLayerPainter image) {
            LayerLayout layout = scene.layers().get(0).layout();
            Affine fromImage = layout.toCanvas().then(toReply);
            return image.draw(fromImage, layout.clip(), whole, mode, encoder.takesPairedChroma());
        }
        return encoder.keepsAlpha()
                ? painter.paint(scene, toReply, whole, mode)
                : painter.paint(scene, toReply, whole, mode, scene.plan().view().background());
    }

    /** Whether a single opaque image covers the whole reply: then there is nothing to compose. */
    private static boolean isOneImage(Scene scene, Region whole) {
        Scene.Layer layer = scene.layers().get(0);
        LayerLayout layout = layer.layout();
        Affine toReply = layout.toCanvas().then(scene.view().toReply());
        return scene.plan().isPlain()
                && layer.painter() instanceof ImageLayerPainter image
                && image.isOpaque()
                && layout.keepsAxes()
                && covers(toReply.bounds(Box.of(layout.clip())), whole)
                && covers(scene.view().toReply().bounds(Box.of(scene.canvas())), whole);
    }

    private static boolean covers(Box box, Region whole) {
        return box.pixels().intersect(whole).equals(whole);
    }
}
