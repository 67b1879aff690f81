package dev.understudy.cache.cluster.grid;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PurgeKnowledgeTest {

    private final PurgeKnowledge knowledge = new PurgeKnowledge();

    @Test
    void nothingIsKnownBeforeTheOthersHaveAnswered() {
        assertFalse(knowledge.isComplete());
        knowledge.renew(() -> false);
        assertFalse(knowledge.isComplete());
        knowledge.renew(() -> true);
        assertTrue(knowledge.isComplete());
        knowledge.renew(() -> false);
        assertFalse(knowledge.isComplete());
    }

    /** Parts of the cluster may merge while this server asks its own part. */
    @Test
    void whatWasAskedBeforeTheClusterChangedIsOutOfDate() {
        knowledge.renew(() -> {
            knowledge.outdate();
            return true;
        });
        assertFalse(knowledge.isComplete());
        knowledge.renew(() -> true);
        assertTrue(knowledge.isComplete());
        knowledge.outdate();
        assertFalse(knowledge.isComplete());
    }
}
