package dev.understudy.itest.process;

import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Requests that are all made at the same time. */
final class SimultaneousRequests {

    private SimultaneousRequests() {}

    /**
     * The statuses of the answers, in the order of the requests.
     *
     * @param targets the request of each number, from 0
     */
    static List<Integer> statuses(ProcessServer server, int count, IntFunction<String> targets) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(count);
        try {
            List<Future<Response>> replies = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String target = targets.apply(i);
                replies.add(clients.submit(() -> server.client().get(target)));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Response> reply : replies) {
                statuses.add(reply.get().status());
            }
            return statuses;
        } finally {
            clients.shutdownNow();
        }
    }
}
