package dev.understudy.engine.service;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.engine.caching.CacheValidator;
import dev.understudy.engine.caching.CachingStage;
import dev.understudy.engine.caching.CallTable;
import dev.understudy.engine.caching.ErrorImageMemory;
import dev.understudy.engine.caching.ImageProducer;
import dev.understudy.engine.caching.LastGoodImages;
import dev.understudy.engine.caching.PlanKeyCache;
import dev.understudy.engine.caching.RepeatableAnswer;
import dev.understudy.engine.codec.Edition;
import dev.understudy.engine.codec.InstalledCodecs;
import dev.understudy.engine.explain.ExplainResponder;
import dev.understudy.engine.foreign.ForeignLifetimes;
import dev.understudy.engine.foreign.SourceFetch;
import dev.understudy.engine.gate.HelperThreads;
import dev.understudy.engine.gate.LendingSources;
import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.planning.Responder;
import dev.understudy.engine.properties.MapResponder;
import dev.understudy.engine.properties.MetadataResponder;
import dev.understudy.engine.properties.SetResponder;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.engine.quarantine.QuarantineInvalidation;
import dev.understudy.engine.render.PlanRenderer;
import dev.understudy.engine.render.Renderer;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.engine.save.ImageSaver;
import dev.understudy.engine.settings.EngineSettings;
import dev.understudy.engine.warm.LevelMaker;
import dev.understudy.engine.warm.LevelTask;
import dev.understudy.engine.warm.WarmSources;
import dev.understudy.image.IdleProcessors;
import dev.understudy.observe.EngineLoad;
import dev.understudy.observe.ServingListeners;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Forward;
import dev.understudy.serve.ImageService;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache;
import dev.understudy.source.SourceAccess;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the stages of the image service together. */
public final class Engine implements ImageService, AutoCloseable {

    /** Answers that are remembered: some 5 MB. */
    private static final int ANSWERS = 8192;

    /** Plans that are remembered: some 10 MB. */
    private static final int PLANS = 1024;

    /** The part of the memory for images that making a level may take. */
    private static final int LEVELS_SHARE = 4;

    private final ImageService stages;
    private final WorkScheduler scheduler;
    private final WarmSources warm;
    private final HelperThreads helpers;

    private Engine(ImageService stages, WorkScheduler scheduler, WarmSources warm, HelperThreads helpers) {
        this.stages = stages;
        this.scheduler = scheduler;
        this.warm = warm;
        this.helpers = helpers;
    }

    /**
     * The whole service, outermost stage first.
     *
     * @param edition of the engine; its images in the cache are told by it, and by that of the codecs, from those of others
     * @param codecs what images are read and written with
     * @param failed the sources known to be bad
     * @param listeners are told of the work
     */
    public static Engine assemble(
            Edition edition,
            EngineSettings settings,
            InstalledCodecs codecs,
            SourceAccess sources,
            ReplyCache cache,
            ErrorRenderer errors,
            FailedSources failed,
            ServingListeners listeners,
            InstantSource clock) {
        SourceAccess watched = failed.watching(sources);
        WorkScheduler scheduler = new WorkScheduler(settings.work(), failed::givenUp, listeners, clock);
        HelperThreads helpers = new HelperThreads(settings.processors(), scheduler::running);
        WarmSources warm = warm(settings, codecs, sources, scheduler, helpers, listeners, clock);
        PlanRenderer renderer = new PlanRenderer(
                        new LendingSources(watched, scheduler), codecs, settings.limits(), failed, warm, helpers)
                .observedBy(listeners);
        Renderer forFiles =
                renderer.with(settings.limits().ofSaved(settings.save().maxPixels()));
        ImageSaver saver = new ImageSaver(settings.save(), forFiles, clock);
        ImageProducer rendering = new RenderingStage(renderer);
        CacheValidator validation = new CacheValidator(sources, settings.validationInterval(), clock);
        PlanKeyCache keys = new PlanKeyCache(edition.and(codecs.edition()));
        CachingStage caching = new CachingStage(cache, validation, rendering, keys);
        CachingStage errorImages = new CachingStage(new ErrorImageMemory(clock), validation, rendering, keys);
        Responder metadata = new MetadataResponder(
                renderer,
                scheduler,
                new SetResponder(renderer, scheduler, settings.sets()),
                new MapResponder(renderer, scheduler),
                clock);
        SourceExistence existence = new SourceExistence(watched);
        SourceFetch remote = new SourceFetch(watched, scheduler);
        ForeignLifetimes lifetimes = new ForeignLifetimes(watched);
        EmbeddedRequests embedded = new EmbeddedRequests(watched, existence, remote, scheduler, renderer);
        Responder responder = new PlannedRequestHandler(
                existence, remote, lifetimes, embedded, scheduler, caching, rendering, metadata, saver, clock);
        Deadline deadline = new Deadline(settings.deadline(), clock);
        LastGoodImages lastGood = new LastGoodImages(cache, keys, sources, clock);
        ExplainResponder explaining = new ExplainResponder(responder, lastGood, remote, renderer, scheduler);
        CallTable<RepeatableAnswer> repeatable = new CallTable<>(ANSWERS);
        StandInStage standingIn = new StandInStage(
                codecs.formats(),
                responder,
                new PlannedRequestHandler(
                        existence,
                        remote,
                        lifetimes,
                        embedded,
                        scheduler,
                        errorImages,
                        rendering,
                        metadata,
                        saver,
                        clock),
                lastGood,
                explaining,
                saver,
                errors,
                new SourceExistence(sources),
                new FaultInjection(sources, errors),
                deadline,
                keys,
                new CallTable<>(PLANS),
                repeatable,
                settings.validationInterval());
        ImageService repeating = new RepeatStage(repeatable, caching, standingIn);
        return new Engine(new TimingStage(new QuarantineInvalidation(repeating, failed)), scheduler, warm, helpers);
    }

    /** Levels are made of what the codecs read, by what requests leave over. */
    private static WarmSources warm(
            EngineSettings settings,
            InstalledCodecs codecs,
            SourceAccess sources,
            WorkScheduler scheduler,
            IdleProcessors helpers,
            ServingListeners listeners,
            InstantSource clock) {
        LevelTask task = new LevelTask(
                sources,
                codecs.decoders(),
                settings.limits().maxSourcePixels(),
                settings.work().memory() / LEVELS_SHARE,
                scheduler::spare,
                clock);
        return new WarmSources(codecs.edition(), new LevelMaker(task, clock), helpers, listeners);
    }

    /** The sources that need not be decoded. */
    public WarmSources warmSources() {
        return warm;
    }

    /** Has levels made of the files of records; how many wait for that now. */
    public int warm(Collection<CatalogRecord> records) {
        return warm.warm(records.stream()
                .map(ResolvedObject::source)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** What is at work now. */
    public EngineLoad.LoadFigures load() {
        return scheduler.load();
    }

    @Override
    public Answer serve(Call call) {
        return stages.serve(call);
    }

    @Override
    public @Nullable Reply serveAtOnce(Call call) {
        return stages.serveAtOnce(call);
    }

    @Override
    public @Nullable Forward forwardAtOnce(Call call) {
        return stages.forwardAtOnce(call);
    }

    /** Ends the threads; requests that are still there are answered. */
    @Override
    public void close() {
        warm.close();
        scheduler.close();
        helpers.close();
    }
}
