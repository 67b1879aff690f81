package dev.understudy.itest.hostile;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A client that wants sound images only, and gets them, whatever others ask for meanwhile. */
final class Prober implements AutoCloseable {

    private final Client client;
    private final SoundRequests sound;
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final Thread thread = new Thread(this::probe, "prober");
    private volatile boolean running = true;

    private Prober(Client client, SoundRequests sound) {
        this.client = client;
        this.sound = sound;
    }

    static Prober start(Client client, SoundRequests sound) {
        Prober prober = new Prober(client, sound);
        prober.thread.start();
        return prober;
    }

    private void probe() {
        byte[] first = client.get("/is/image/gallery/bridge?wid=90").body();
        for (int i = 0; running; i++) {
            int width = 50 + i % 400;
            Response fresh = client.get("/is/image/shop/bowl?wid=" + width + "&qlt=" + (30 + i % 60));
            if (fresh.status() != 200 || fresh.image().getWidth() != width) {
                faults.add(fresh.toString());
            }
            Response kept = client.get("/is/image/gallery/bridge?wid=90");
            if (!Arrays.equals(first, kept.body())) {
                faults.add(kept.toString());
            }
            sound.fault(sound.targets().get(i % sound.targets().size())).ifPresent(faults::add);
            answers.addAndGet(3);
        }
    }

    int answers() {
        return answers.get();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
