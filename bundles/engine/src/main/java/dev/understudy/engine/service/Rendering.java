package dev.understudy.engine.service;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.gate.Pass;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.render.Memory;
import dev.understudy.engine.render.NoRoomException;
import dev.understudy.engine.render.Renderer;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Reply;

/** The innermost stage: renders, when it is the request's turn. */
final class Rendering implements PictureMaker {

    private final Renderer renderer;

    Rendering(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public Reply make(ImagePlan plan, Catalog catalog, Pass pass) throws ServeException {
        return pass.run(memory -> reply(plan, memory));
    }

    private Reply reply(ImagePlan plan, Memory memory) throws ServeException, NoRoomException {
        Renderer.Rendered picture = renderer.render(plan, memory);
        return Reply.of(picture.mediaType(), picture.bytes())
                .withDigest(Digests.md5(picture.bytes()))
                .withStamps(picture.stamps());
    }
}
