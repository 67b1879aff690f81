package dev.understudy.itest.hostile;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests for sound images, made anew each time they are asked for, and what came of them the first time. */
final class SoundRequests {

    private final Client client;
    private final Map<String, byte[]> answers = new LinkedHashMap<>();

    /** Asks for each of them. */
    SoundRequests(Client client, List<String> targets) {
        this.client = client;
        for (String target : targets) {
            Response response = client.get(target);
            if (response.status() != 200) {
                throw new AssertionError(response.toString());
            }
            answers.put(target, response.body());
        }
    }

    List<String> targets() {
        return List.copyOf(answers.keySet());
    }

    /** What came of one of them the first time. */
    byte[] answer(String target) {
        return answers.get(target);
    }

    /** What is wrong when one of them is asked for again, if anything is. */
    Optional<String> fault(String target) {
        Response response = client.get(target);
        boolean same = response.status() == 200 && Arrays.equals(answers.get(target), response.body());
        return same ? Optional.empty() : Optional.of(target + ": " + response);
    }
}
