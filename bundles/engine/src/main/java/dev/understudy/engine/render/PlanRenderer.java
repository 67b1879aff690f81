package dev.understudy.engine.render;

import dev.understudy.engine.codec.InstalledCodecs;
import dev.understudy.engine.color.ColorConverter;
import dev.understudy.engine.color.Conversion;
import dev.understudy.engine.color.ConversionOptions;
import dev.understudy.engine.color.DeviceSpace;
import dev.understudy.engine.color.Misfits;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.SceneGeometry;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.OutputPlan.Channels;
import dev.understudy.engine.profile.OpenProfiles;
import dev.understudy.engine.profile.ProfileLibrary;
import dev.understudy.engine.quarantine.DecodingStage;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.engine.text.FontLibrary;
import dev.understudy.engine.text.RequestFonts;
import dev.understudy.engine.warm.WarmSources;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import dev.understudy.image.Tolerance;
import dev.understudy.observe.ServingListener.WorkStep;
import dev.understudy.observe.ServingListeners;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.Stamp;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Opens the sources of a plan, lays out, decodes what is needed, composes, and encodes. */
public final class PlanRenderer implements Renderer {

    private static final int ATTEMPTS = 2;
    private static final String REPLY = "the reply";

    private final SourceAccess sources;
    private final InstalledCodecs codecs;
    private final RenderLimits limits;
    private final FailedSources failed;
    private final WarmSources warm;
    private final IdleProcessors processors;
    private final ColorConverter converter;
    private final Misfits misfits;
    private final ProfileLibrary profileLibrary;
    private final FontLibrary fontLibrary;
    private final ScenePainter painter;
    private final ServingListeners listeners;

    /**
     * A renderer.
     *
     * @param codecs what it reads and writes
     * @param failed the sources known to be bad, which are not tried again
     * @param warm the sources that need not be decoded
     * @param processors what may help with large images
     */
    public PlanRenderer(
            SourceAccess sources,
            InstalledCodecs codecs,
            RenderLimits limits,
            FailedSources failed,
            WarmSources warm,
            IdleProcessors processors) {
        this.warm = warm;
        this.processors = processors;
        this.sources = sources;
        this.codecs = codecs;
        this.limits = limits;
        this.failed = failed;
        converter = new ColorConverter();
        misfits = new Misfits();
        profileLibrary = new ProfileLibrary(sources, failed, converter);
        fontLibrary = new FontLibrary(sources, failed);
        painter = new ScenePainter(limits.render());
        listeners = new ServingListeners();
    }

    private PlanRenderer(PlanRenderer other, RenderLimits limits, ServingListeners listeners) {
        this.listeners = listeners;
        warm = other.warm;
        processors = other.processors;
        sources = other.sources;
        codecs = other.codecs;
        this.limits = limits;
        failed = other.failed;
        converter = other.converter;
        misfits = other.misfits;
        profileLibrary = other.profileLibrary;
        fontLibrary = other.fontLibrary;
        painter = new ScenePainter(limits.render());
    }

    /** The same renderer with other limits. */
    public PlanRenderer with(RenderLimits others) {
        return new PlanRenderer(this, others, listeners);
    }

    /** The same renderer, which tells others of its steps. */
    public PlanRenderer observedBy(ServingListeners others) {
        return new PlanRenderer(this, limits, others);
    }

    /** Begins once more when a source has been written to meanwhile, as a mixture of two images may have come out. */
    @Override
    public Rendered render(ImagePlan plan, MemoryBudget memory) throws ServeException, MemoryUnavailableException {
        for (int attempt = 1; ; attempt++) {
            StepClock steps = new StepClock(listeners);
            EmbeddedFiles embedded = EmbeddedFiles.draw(plan, this, memory);
            MemoryBudget rest = texts(VectorTexts.files(plan), embedded, embedded.beside(memory));
            try (OpenImages images = openImages(DecodingStage.HEAD, embedded)) {
                OpenProfiles profiles = profileLibrary.open();
                RequestFonts fonts = fontLibrary.open();
                ReplyColors colors = colors(plan, images, profiles, rest);
                SolidColors solids =
                        new SolidColors(converter, profiles, plan.output().colors(), colors);
                Scene scene =
                        reader(plan, images, profiles, fonts, colors.working()).read(solids.converted(plan));
                ReplyEncoder encoder = encoder(scene);
                reserve(scene, images, colors, encoder, rest);
                Notes notes = SceneNotes.of(plan.watermark() == null ? scene : scene.ofLayerZero(), encoder.notes());
                steps.ended(WorkStep.OPEN, encoder.format(), 0);
                Pixels pixels = pixels(scene, colors, encoder);
                steps.ended(WorkStep.DRAW, encoder.format(), 0);
                images.releaseShared();
                Source overwritten = images.overwritten();
                if (overwritten == null) {
                    byte[] bytes = encoder.encode(pixels, colors, notes, processors);
                    steps.ended(
                            WorkStep.ENCODE,
                            encoder.format(),
                            scene.view().reply().area());
                    List<Stamp> stamps = joined(images.stamps(), embedded.stamps(), profiles.stamps(), fonts.stamps());
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
    public Measured measure(ImagePlan plan, MemoryBudget memory) throws ServeException, MemoryUnavailableException {
        MemoryBudget rest = texts(VectorTexts.files(plan), EmbeddedFiles.NOT_NEEDED, memory);
        try (OpenImages images = openToTell()) {
            RequestFonts fonts = fontLibrary.open();
            OpenProfiles profiles = profileLibrary.open();
            ReplyColors colors = colors(plan, images, profiles, rest);
            Scene scene =
                    reader(plan, images, profiles, fonts, colors.working()).read(plan);
            List<Stamp> stamps = joined(images.stamps(), profiles.stamps(), fonts.stamps());
            return new Measured(encoder(scene).mediaType(), scene.view().reply(), colors.told(), stamps);
        }
    }

    @Override
    public SceneGeometry locate(ImagePlan plan, MemoryBudget memory) throws ServeException, MemoryUnavailableException {
        MemoryBudget rest = texts(VectorTexts.files(plan), EmbeddedFiles.NOT_NEEDED, memory);
        try (OpenImages images = openToTell()) {
            OpenProfiles profiles = profileLibrary.open();
            DeviceSpace working = colors(plan, images, profiles, rest).working();
            return reader(plan, images, profiles, fontLibrary.open(), working)
                    .read(plan)
                    .geometry();
        }
    }

    @Override
    public List<String> requests(ImageFile file, MemoryBudget memory)
            throws ServeException, MemoryUnavailableException {
        Tolerance tolerance = file.tolerance();
        try (Source source = sources.open(file.key())) {
            failed.check(source, tolerance, DecodingStage.HEAD);
            if (FilledSource.isTooLarge(source)) {
                return List.of();
            }
            memory.reserve(failed.attempt(source, tolerance, DecodingStage.HEAD, () -> FilledSource.memory(source)));
            return failed.attempt(source, tolerance, DecodingStage.HEAD, () -> FilledSource.requests(source));
        }
    }

    @Override
    public Inspected inspect(ImageFile file, MemoryBudget memory) throws ServeException, MemoryUnavailableException {
        texts(List.of(file), EmbeddedFiles.NOT_NEEDED, memory);
        try (OpenImages images = openToTell()) {
            return inspected(images.open(file));
        }
    }

    @Override
    public Described describe(ImageFile file, MemoryBudget memory) throws ServeException, MemoryUnavailableException {
        texts(List.of(file), EmbeddedFiles.NOT_NEEDED, memory);
        try (OpenImages images = openToTell()) {
            return described(images.open(file));
        }
    }

    @Override
    public Told tell(ImageFile file, MemoryBudget memory) throws ServeException, MemoryUnavailableException {
        MemoryBudget rest = texts(List.of(file), EmbeddedFiles.NOT_NEEDED, memory);
        try (OpenImages images = openToTell()) {
            OpenImage image = images.open(file);
            image.reserveForProfile(rest);
            SourceColorConverter colors = new SourceColorConverter(
                    converter, misfits, profileLibrary.open(), DeviceSpace.SRGB, ConversionOptions.DEFAULT, processors);
            return new Told(described(image), colors.told(image));
        }
    }

    private static Described described(OpenImage image) throws ServeException {
        return new Described(inspected(image), new Notes(image.paths(), image.xmp()));
    }

    private static Inspected inspected(OpenImage image) {
        return new Inspected(image.info(), image.source().stamp());
    }

    private ReplyColors colors(ImagePlan plan, OpenImages images, OpenProfiles profiles, MemoryBudget memory)
            throws ServeException, MemoryUnavailableException {
        OutputFormat format = codecs.formats().writer(plan.output().format()).format();
        return new ReplyColorsResolver(converter, misfits, images, profiles, memory).of(plan, format.samples());
    }

    private ReplyEncoder encoder(Scene scene) throws ServeException {
        return ReplyEncoder.of(scene.plan(), scene.view().reply(), codecs.formats(), limits.maxMessageBytes());
    }

    private MemoryBudget texts(Collection<ImageFile> files, EmbeddedFiles embedded, MemoryBudget memory)
            throws ServeException, MemoryUnavailableException {
        return VectorTexts.reserve(files, embedded, sources, memory);
    }

    /** Images that are told of as they would be drawn: one that is known to fail at any step fails here too. */
    private OpenImages openToTell() {
        return openImages(DecodingStage.COLORS, EmbeddedFiles.NOT_NEEDED);
    }

    private OpenImages openImages(DecodingStage goal, EmbeddedFiles embedded) {
        return new OpenImages(sources, codecs.decoders(), limits.maxSourcePixels(), failed, goal, warm, embedded);
    }

    private SceneReader reader(
            ImagePlan plan, OpenImages images, OpenProfiles profiles, RequestFonts fonts, DeviceSpace working) {
        SourceColorConverter colors = new SourceColorConverter(
                converter, misfits, profiles, working, plan.output().colors().options(), processors);
        return new SceneReader(images, colors, fonts, painter, limits.render());
    }

    @SafeVarargs
    private static List<Stamp> joined(List<Stamp>... stamps) {
        return Stream.of(stamps).flatMap(List::stream).toList();
    }

    /** Asks for what drawing or else writing the reply takes at most, and for keeping what is drawn several times, if that can be had. */
    private void reserve(Scene scene, OpenImages images, ReplyColors colors, ReplyEncoder encoder, MemoryBudget memory)
            throws ServeException, MemoryUnavailableException {
        PixelSize reply = scene.view().reply();
        Region whole = new Region(0, 0, reply.width(), reply.height());
        long drawing = painter.memory(
                scene, scene.view().toReply(), whole, scene.plan().view().resMode());
        long writing = Math.max(colors.memory(reply), encoder.memory(reply));
        long shared = images.sharedBytes();
        if (shared > 0 && memory.reserveIfThereIs(Math.max(drawing + shared, writing))) {
            images.keepShared();
        } else {
            memory.reserve(Math.max(drawing, writing));
        }
    }

    private Pixels pixels(Scene scene, ReplyColors colors, ReplyEncoder encoder) throws ServeException {
        Affine toReply = scene.view().toReply();
        PixelSize reply = scene.view().reply();
        Region whole = new Region(0, 0, reply.width(), reply.height());
        ResMode mode = scene.plan().view().resMode();
        if (scene.plan().output().channels() == Channels.ALPHA) {
            return converted(Mask.of(painter.paint(scene, toReply, whole, mode)), Mask.SPACE, colors, scene);
        }
        LoneImage image = LoneImage.of(scene, colors.working(), colors.output());
        if (image != null) {
            return image.draw(colors.output(), encoder.takesPairedChroma());
        }
        Pixels painted = encoder.keepsAlpha()
                ? painter.paint(scene, toReply, whole, mode)
                : painter.paint(scene, toReply, whole, mode, scene.plan().view().background());
        return converted(painted, colors.working(), colors, scene);
    }

    private Pixels converted(Pixels pixels, DeviceSpace space, ReplyColors colors, Scene scene) throws ServeException {
        ConversionOptions options = scene.plan().output().colors().options();
        Conversion conversion = converter.conversion(space, colors.output(), options, REPLY);
        Affine toReply = scene.view().toReply();
        return conversion.apply(pixels, -toReply.originColumn(), -toReply.originRow());
    }
}
