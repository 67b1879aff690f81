package dev.understudy.itest.hostile;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Response;

/**
 * A request and what came of it.
 *
 * @param target what was asked for
 * @param response what came
 * @param millis how long it took
 */
record HostileRequest(String target, Response response, long millis) {

    static HostileRequest of(Client client, String target) {
        long start = System.nanoTime();
        Response response = client.get(target);
        return new HostileRequest(target, response, (System.nanoTime() - start) / 1_000_000);
    }

    int status() {
        return response.status();
    }
}
