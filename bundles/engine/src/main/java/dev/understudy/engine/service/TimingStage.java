package dev.understudy.engine.service;

import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forward;
import dev.understudy.serve.ImageService;
import dev.understudy.serve.Reply;
import org.jspecify.annotations.Nullable;

/** The outermost stage: tells the log how long getting the answer took, apart from reading the request. */
final class TimingStage implements ImageService {

    private final ImageService service;

    TimingStage(ImageService service) {
        this.service = service;
    }

    @Override
    public Answer serve(Call call) {
        long start = System.nanoTime();
        Answer answer = service.serve(call);
        record(call, start);
        return answer;
    }

    @Override
    public @Nullable Reply serveAtOnce(Call call) {
        long start = System.nanoTime();
        Reply reply = service.serveAtOnce(call);
        if (reply != null) {
            record(call, start);
        }
        return reply;
    }

    @Override
    public @Nullable Forward forwardAtOnce(Call call) {
        long start = System.nanoTime();
        Forward forward = service.forwardAtOnce(call);
        if (forward != null) {
            record(call, start);
        }
        return forward;
    }

    private static void record(Call call, long start) {
        call.accessRecord()
                .fetchNanos(System.nanoTime() - start - call.accessRecord().parseNanos());
    }
}
