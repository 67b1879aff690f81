package dev.understudy.engine.service;

import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ImageService;

/** The outermost stage: tells the log how long getting the answer took, apart from reading the request. */
final class Observing implements ImageService {

    private final ImageService service;

    Observing(ImageService service) {
        this.service = service;
    }

    @Override
    public Answer serve(Call call) {
        long start = System.nanoTime();
        Answer answer = service.serve(call);
        call.observation()
                .fetchNanos(System.nanoTime() - start - call.observation().parseNanos());
        return answer;
    }
}
