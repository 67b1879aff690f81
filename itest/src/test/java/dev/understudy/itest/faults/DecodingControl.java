package dev.understudy.itest.faults;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.helper.DecoderControl;

/** A server's decoder of files with moods. */
record DecodingControl(Client client) {

    /** From now on such files can be decoded. */
    void teach() {
        tell("teach");
    }

    /** What waits and loops from now on does so until it is released. */
    void hold() {
        tell("hold");
    }

    void release() {
        tell("release");
    }

    /** How many decodings have begun so far. */
    int begun() {
        return Integer.parseInt(tell("count").split(" ")[0]);
    }

    /** How many are under way. */
    int underWay() {
        String[] counts = tell("count").split(" ");
        return Integer.parseInt(counts[0]) - Integer.parseInt(counts[1]);
    }

    /** Until so many are under way. */
    void awaitUnderWay(int count) {
        long start = System.nanoTime();
        while (underWay() != count) {
            if (System.nanoTime() - start > 20_000_000_000L) {
                throw new AssertionError(underWay() + " decodings are under way, not " + count);
            }
            Clients.pause();
        }
    }

    private String tell(String what) {
        Response response = client.get(DecoderControl.MOUNT + "/" + what);
        if (response.status() != 200) {
            throw new AssertionError(response.toString());
        }
        return response.text();
    }
}
