package dev.understudy.engine.service;

import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.engine.render.PlanRenderer;
import dev.understudy.engine.render.Renderer;
import dev.understudy.image.Codec;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.ImageService;
import dev.understudy.serve.ReplyCache;
import dev.understudy.source.SourceAccess;
import java.time.Clock;
import java.util.List;

/** Puts the stages of the image service together. */
public final class Engine {

    private Engine() {}

    /**
     * The whole service, outermost stage first.
     *
     * @param edition the version of the engine, which tells its pictures in the cache from those of others
     * @param failed the sources known to be bad
     */
    public static ImageService assemble(
            String edition,
            EngineSettings settings,
            List<Codec> codecs,
            SourceAccess sources,
            ReplyCache cache,
            ErrorRenderer errors,
            FailedSources failed,
            Clock clock) {
        Renderer renderer = new PlanRenderer(sources, codecs, settings.limits(), failed);
        PictureMaker rendering = new Rendering(renderer, settings.rendersAtOnce(), settings.deadline(), clock);
        CachedValidation validation = new CachedValidation(sources, settings.validationInterval(), clock);
        PictureMaker caching = new Caching(cache, validation, rendering, edition);
        Planned answering = new Answering(caching, rendering, new Told(renderer, clock));
        Explaining explaining = new Explaining(answering, renderer);
        return new Observing(new Forgiving(new StandingIn(answering, explaining, errors, sources), failed));
    }
}
