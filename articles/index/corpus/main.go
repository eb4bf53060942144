// Command corpus writes a folder of invented articles to measure with:
//
//	go run ./articles/index/corpus -n 100000 -dir /var/tmp/corpus
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"time"

	"dossier/articles/index/corpus/invent"
)

func main() {
	n := flag.Int("n", 1000, "how many articles")
	dir := flag.String("dir", "", "the folder to write them to")
	size := flag.Int("size", 3000, "bytes of a usual article")
	actors := flag.Int("actors", 50_000, "how many actors there are")
	seed := flag.Uint64("seed", 1, "articles of one seed are always the same")
	flag.Parse()
	if *dir == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	start := time.Now()
	c := invent.New(invent.Options{Seed: *seed, Size: *size, Actors: *actors})
	if err := c.Write(ctx, *dir, *n); err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(1)
	}
	fmt.Printf("%d articles in %v\n", *n, time.Since(start).Round(time.Millisecond))
}
