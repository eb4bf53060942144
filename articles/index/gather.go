package index

import (
	"database/sql/driver"
	"math"
	"sync"

	"modernc.org/sqlite"
)

// gather is an aggregate function in SQL: of the numbers it is given it makes
// bits, number 8i+j being bit j of byte i. To hand each of 300,000 rows to Go
// takes four times as long.
const gather = "dossier_gather"

// registerGather must come before the first connection.
var registerGather = sync.OnceValue(func() error {
	return sqlite.RegisterFunction(gather, &sqlite.FunctionImpl{
		NArgs: 1,
		MakeAggregate: func(sqlite.FunctionContext) (sqlite.AggregateFunction, error) {
			return new(gatherer), nil
		},
	})
})

type gatherer struct{ nums []byte }

// Step adds a number; see sqlite.AggregateFunction.
func (c *gatherer) Step(_ *sqlite.FunctionContext, args []driver.Value) error {
	num, ok := args[0].(int64)
	if !ok || num < 0 || num > math.MaxInt32 {
		return nil // the statement asks for no such number
	}
	for int(num/8) >= len(c.nums) {
		c.nums = append(c.nums, make([]byte, max(512, len(c.nums)))...)
	}
	c.nums[num/8] |= 1 << (num % 8)
	return nil
}

// WindowValue returns the bits; see sqlite.AggregateFunction.
func (c *gatherer) WindowValue(*sqlite.FunctionContext) (driver.Value, error) { return c.nums, nil }

// WindowInverse takes a number out; see sqlite.AggregateFunction.
func (c *gatherer) WindowInverse(_ *sqlite.FunctionContext, args []driver.Value) error {
	if num, ok := args[0].(int64); ok && num >= 0 && int(num/8) < len(c.nums) {
		c.nums[num/8] &^= 1 << (num % 8)
	}
	return nil
}

// Final does nothing; see sqlite.AggregateFunction.
func (c *gatherer) Final(*sqlite.FunctionContext) {}
