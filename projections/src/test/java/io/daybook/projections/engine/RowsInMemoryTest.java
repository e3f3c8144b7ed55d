package io.daybook.projections.engine;

class RowsInMemoryTest extends ViewStoreConformance<String> {
    private final RowsInMemory<String> store = new RowsInMemory<>();

    @Override
    protected ViewStore<String> store() {
        return store;
    }

    @Override
    protected String value(String key, int number) {
        return key + " " + number;
    }
}
