package io.daybook.app.proof;

import io.daybook.app.proof.Program.Shop;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Two processes of one shop with all roles; each can be killed and started again. */
final class Pair implements AutoCloseable {
    private final Shop shop;
    private final Bank bank;
    private final List<AtomicReference<Program>> programs;

    private Pair(Shop shop, Bank bank, List<AtomicReference<Program>> programs) {
        this.shop = shop;
        this.bank = bank;
        this.programs = programs;
    }

    static Pair start(Path home, Shop shop, Bank bank) {
        Program one = Program.begin(home.resolve("one"), shop, bank.settings());
        Program two = Program.begin(home.resolve("two"), shop, bank.settings());
        Pair pair = new Pair(shop, bank, List.of(new AtomicReference<>(one), new AtomicReference<>(two)));
        try {
            Program.awaitRunning(one, two);
            bank.tells(one);
            return pair;
        } catch (RuntimeException e) {
            pair.close();
            throw e;
        }
    }

    /** Which of them to ask at the n-th try; it may be dead. */
    Storefront any(int number) {
        return programs.get(number % programs.size()).get().storefront();
    }

    Program first() {
        return programs.getFirst().get();
    }

    List<Casualties.Victim> victims() {
        return programs.stream()
                .<Casualties.Victim>map(program -> new Casualties.Victim() {
                    @Override
                    public String name() {
                        return "program";
                    }

                    @Override
                    public void kill() {
                        program.get().kill();
                    }

                    @Override
                    public void restart() {
                        program.set(program.get().restart(shop));
                        bank.tells(program.get());
                    }
                })
                .toList();
    }

    @Override
    public void close() {
        programs.forEach(program -> program.get().close());
    }
}
