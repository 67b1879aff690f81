package dev.understudy.catalog.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundRobinTest {

    @Test
    void fewHaveTheirTurnEachRound() {
        List<Integer> all = numbers(RoundRobin.FEW);
        RoundRobin turns = new RoundRobin(7);
        assertSame(all, turns.next(all));
        assertSame(all, turns.next(all));
        assertEquals(List.of(), turns.next(List.of()));
    }

    @Test
    void ofManyEachHasItsTurnInTime() {
        List<Integer> all = numbers(1001);
        RoundRobin turns = new RoundRobin(100);
        for (int cycle = 0; cycle < 3; cycle++) {
            Set<Integer> seen = new HashSet<>();
            for (int round = 0; round < 11; round++) {
                List<Integer> turn = turns.next(all);
                assertEquals(100, turn.size());
                seen.addAll(turn);
            }
            assertEquals(1001, seen.size());
        }
    }

    @Test
    void thingsMayBecomeFewer() {
        RoundRobin turns = new RoundRobin(400);
        assertEquals(400, turns.next(numbers(900)).get(0) + 400);
        turns.next(numbers(900));
        List<Integer> turn = turns.next(numbers(600));
        assertEquals(List.of(0, 1, 2), turn.subList(0, 3));
        assertEquals(400, new HashSet<>(turn).size());
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
