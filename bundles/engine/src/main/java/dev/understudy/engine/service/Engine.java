package dev.understudy.engine.service;

import dev.understudy.engine.gate.Gate;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.engine.render.PlanRenderer;
import dev.understudy.engine.render.Renderer;
import dev.understudy.image.Codec;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.ImageService;
import dev.understudy.serve.ReplyCache;
import dev.understudy.source.SourceAccess;
import java.time.InstantSource;
import java.util.List;

/** Puts the stages of the image service together. */
public final class Engine implements ImageService, AutoCloseable {

    private final ImageService stages;
    private final Gate gate;

    private Engine(ImageService stages, Gate gate) {
        this.stages = stages;
        this.gate = gate;
    }

    /**
     * The whole service, outermost stage first.
     *
     * @param edition the version of the engine, which tells its pictures in the cache from those of others
     * @param failed the sources known to be bad
     */
    public static Engine assemble(
            String edition,
            EngineSettings settings,
            List<Codec> codecs,
            SourceAccess sources,
            ReplyCache cache,
            ErrorRenderer errors,
            FailedSources failed,
            InstantSource clock) {
        SourceAccess watched = failed.watching(sources);
        Renderer renderer = new PlanRenderer(watched, codecs, settings.limits(), failed);
        PictureMaker rendering = new Rendering(renderer);
        CachedValidation validation = new CachedValidation(sources, settings.validationInterval(), clock);
        Caching caching = new Caching(cache, validation, rendering, new PlanKeys(edition));
        Gate gate = new Gate(settings.work(), failed::givenUp, clock);
        Planned answering =
                new Answering(new Presence(watched), gate, caching, rendering, new Told(renderer, gate, clock));
        Deadline deadline = new Deadline(settings.deadline(), clock);
        Explaining explaining = new Explaining(answering, renderer, gate);
        StandingIn standingIn = new StandingIn(answering, explaining, errors, sources, deadline);
        return new Engine(new Observing(new Forgiving(standingIn, failed)), gate);
    }

    @Override
    public Answer serve(Call call) {
        return stages.serve(call);
    }

    /** Ends its threads; requests that are still there are answered. */
    @Override
    public void close() {
        gate.close();
    }
}
