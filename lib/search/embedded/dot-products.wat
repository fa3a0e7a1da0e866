;; Dot products of many rows of float32 with one query of float64, in double precision: four rows at once, so that each
;; value of the query is read once for all of them and no sum waits for another, and two values at once (SIMD).
;; Compiled into dot-products.ts by scripts/dot-products.mjs.
(module
  (import "env" "memory" (memory 1))

  ;; $vectors: where row 0 begins; $stride: bytes from one row to the next, a multiple of 16
  ;; $query: as many float64 as a row has float32
  ;; $chosen, $end: from where to where the int32 numbers of the rows stand; a multiple of four of them
  ;; $sums: where one float64 for each of them goes
  (func (export "dotProducts")
    (param $vectors i32) (param $stride i32) (param $query i32) (param $chosen i32) (param $end i32) (param $sums i32)
    (local $rowA i32) (local $rowB i32) (local $rowC i32) (local $rowD i32)
    (local $sumA v128) (local $sumB v128) (local $sumC v128) (local $sumD v128)
    (local $at i32) (local $values i32) (local $two v128)
    (block $done
      (loop $nextRows
        (br_if $done (i32.ge_u (local.get $chosen) (local.get $end)))
        (local.set $rowA (i32.add (local.get $vectors) (i32.mul (i32.load (local.get $chosen)) (local.get $stride))))
        (local.set $rowB (i32.add (local.get $vectors) (i32.mul (i32.load offset=4 (local.get $chosen)) (local.get $stride))))
        (local.set $rowC (i32.add (local.get $vectors) (i32.mul (i32.load offset=8 (local.get $chosen)) (local.get $stride))))
        (local.set $rowD (i32.add (local.get $vectors) (i32.mul (i32.load offset=12 (local.get $chosen)) (local.get $stride))))
        (local.set $sumA (v128.const f64x2 0 0))
        (local.set $sumB (v128.const f64x2 0 0))
        (local.set $sumC (v128.const f64x2 0 0))
        (local.set $sumD (v128.const f64x2 0 0))
        (local.set $at (i32.const 0))
        (loop $nextValues
          (local.set $values (i32.add (local.get $query) (i32.shl (local.get $at) (i32.const 1))))

          (local.set $two (v128.load (local.get $values)))
          (local.set $sumA (f64x2.add (local.get $sumA) (f64x2.mul (local.get $two)
            (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $rowA) (local.get $at)))))))
          (local.set $sumB (f64x2.add (local.get $sumB) (f64x2.mul (local.get $two)
            (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $rowB) (local.get $at)))))))
          (local.set $sumC (f64x2.add (local.get $sumC) (f64x2.mul (local.get $two)
            (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $rowC) (local.get $at)))))))
          (local.set $sumD (f64x2.add (local.get $sumD) (f64x2.mul (local.get $two)
            (f64x2.promote_low_f32x4 (v128.load64_zero (i32.add (local.get $rowD) (local.get $at)))))))

          (local.set $two (v128.load offset=16 (local.get $values)))
          (local.set $sumA (f64x2.add (local.get $sumA) (f64x2.mul (local.get $two)
            (f64x2.promote_low_f32x4 (v128.load64_zero offset=8 (i32.add (local.get $rowA) (local.get $at)))))))
          (local.set $sumB (f64x2.add (local.get $sumB) (f64x2.mul (local.get $two)
            (f64x2.promote_low_f32x4 (v128.load64_zero offset=8 (i32.add (local.get $rowB) (local.get $at)))))))
          (local.set $sumC (f64x2.add (local.get $sumC) (f64x2.mul (local.get $two)
            (f64x2.promote_low_f32x4 (v128.load64_zero offset=8 (i32.add (local.get $rowC) (local.get $at)))))))
          (local.set $sumD (f64x2.add (local.get $sumD) (f64x2.mul (local.get $two)
            (f64x2.promote_low_f32x4 (v128.load64_zero offset=8 (i32.add (local.get $rowD) (local.get $at)))))))

          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $nextValues (i32.lt_u (local.get $at) (local.get $stride)))
        )
        (f64.store (local.get $sums)
          (f64.add (f64x2.extract_lane 0 (local.get $sumA)) (f64x2.extract_lane 1 (local.get $sumA))))
        (f64.store offset=8 (local.get $sums)
          (f64.add (f64x2.extract_lane 0 (local.get $sumB)) (f64x2.extract_lane 1 (local.get $sumB))))
        (f64.store offset=16 (local.get $sums)
          (f64.add (f64x2.extract_lane 0 (local.get $sumC)) (f64x2.extract_lane 1 (local.get $sumC))))
        (f64.store offset=24 (local.get $sums)
          (f64.add (f64x2.extract_lane 0 (local.get $sumD)) (f64x2.extract_lane 1 (local.get $sumD))))
        (local.set $chosen (i32.add (local.get $chosen) (i32.const 16)))
        (local.set $sums (i32.add (local.get $sums) (i32.const 32)))
        (br $nextRows)
      )
    )
  )
)
