package dev.understudy.engine.service;

import dev.understudy.engine.caching.CachingStage;
import dev.understudy.engine.caching.CallTable;
import dev.understudy.engine.caching.RepeatableAnswer;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forward;
import dev.understudy.serve.ImageService;
import dev.understudy.serve.Reply;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that were made before, and whose image the cache still has, without reading and planning them again. Whether the
 * image is still good is found out as for any other request.
 */
final class RepeatStage implements ImageService {

    private final CallTable<RepeatableAnswer> answers;
    private final CachingStage cached;
    private final ImageService service;

    /**
     * The stage.
     *
     * @param answers those that can be repeated, put there by the stages behind
     * @param cached has their images
     * @param service answers all other requests
     */
    RepeatStage(CallTable<RepeatableAnswer> answers, CachingStage cached, ImageService service) {
        this.answers = answers;
        this.cached = cached;
        this.service = service;
    }

    @Override
    public Answer serve(Call call) {
        Reply reply = repeated(call, cached::find);
        return reply == null ? service.serve(call) : reply;
    }

    @Override
    public @Nullable Reply serveAtOnce(Call call) {
        return repeated(call, cached::findAtOnce);
    }

    @Override
    public @Nullable Forward forwardAtOnce(Call call) {
        return service.forwardAtOnce(call);
    }

    private @Nullable Reply repeated(Call call, Function<RepeatableAnswer, @Nullable Reply> images) {
        long start = System.nanoTime();
        RepeatableAnswer known = call.operator() || call.fault() != null ? null : answers.find(call);
        if (known == null) {
            return null;
        }
        long parsed = System.nanoTime() - start;
        Reply reply = call.revalidation() ? known.notModified() : null;
        if (reply == null) {
            Reply image = images.apply(known);
            reply = image == null ? null : known.with(image);
            if (reply == null) {
                return null;
            }
            call.accessRecord().cacheKey(known.key());
        }
        AccessRecord accessRecord = call.accessRecord();
        known.log().tell(accessRecord);
        accessRecord.parseNanos(parsed);
        return reply;
    }
}
